package wandb.auth.plugins;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.configuration.ConfigFolder;

/** Where plugins are installed: for everybody, and in the user's own folder. The former win over the latter. */
final class PluginFolders {

    private final List<Path> parents = new ArrayList<>();

    /** The folders of this process. */
    PluginFolders(Path system, Environment environment) {
        parents.add(system);
        if (!isRelative(environment)) {
            ConfigFolder.pathIn(environment)
                    .map(folder -> folder.resolve("plugins"))
                    .ifPresent(parents::add);
        }
    }

    /** A folder that depends on the working directory may be a workspace's, which must not bring code. */
    private static boolean isRelative(Environment environment) {
        Optional<String> named = environment.variable("WANDB_CONFIG_DIR");
        if (named.isEmpty() || named.get().startsWith("~")) {
            return false;
        }
        try {
            return !Path.of(named.get()).isAbsolute();
        } catch (InvalidPathException e) {
            return true; // there is no such folder
        }
    }

    /** The folder of that plugin; empty if absent. */
    Optional<Path> named(SourceId id) {
        if (id.value().indexOf(':') >= 0) {
            return Optional.empty();
        }
        for (Path parent : parents) {
            Path folder = parent.resolve(id.value());
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The names of all plugins, in the order of the alphabet; a name that is not a valid id is left out. */
    List<SourceId> names() {
        TreeSet<String> names = new TreeSet<>();
        for (Path parent : parents) {
            addFolders(parent, names);
        }
        return names.stream().flatMap(name -> id(name).stream()).toList();
    }

    private static void addFolders(Path parent, Set<String> names) {
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
                entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
            } catch (IOException e) {
                return; // what cannot be listed can still be named
            }
        }
    }

    private static Optional<SourceId> id(String name) {
        try {
            return name.indexOf(':') < 0 ? Optional.of(new SourceId(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
