package wandb.auth.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.configuration.ConfigFolder;

/** The files that keys, rules and settings are kept in, which a line more would break. */
public final class KeyFiles {

    private static final List<String> IN_CONFIG_FOLDER =
            List.of("auth.ini", "settings", "credentials.json", "auth.lock", "auth.undo", "auth.places");
    private static final List<String> IN_HOME = List.of(".netrc", "_netrc", ".config/wandb/credentials.json");

    private KeyFiles() {}

    /** Whether the file is one of them, by whatever name. */
    public static boolean are(Environment environment, Path file) {
        for (Path each : of(environment)) {
            if (isSame(each, file)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> of(Environment environment) {
        Path from = environment.workingDirectory();
        List<Path> files =
                new ArrayList<>(List.of(AuthFile.ofAdministrator(environment).path()));
        ConfigFolder.pathIn(environment)
                .ifPresent(folder -> IN_CONFIG_FOLDER.forEach(name -> files.add(folder.resolve(name))));
        environment
                .home()
                .ifPresent(home ->
                        IN_HOME.forEach(name -> files.add(from.resolve(home).resolve(name))));
        for (String variable : new String[] {"NETRC", "WANDB_CREDENTIALS_FILE", "WANDB_AUTH_POLICY"}) {
            environment.variable(variable).flatMap(name -> path(from, name)).ifPresent(files::add);
        }
        return files;
    }

    /** Empty if no file can have such a name. */
    private static Optional<Path> path(Path from, String name) {
        try {
            return Optional.of(from.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** One that is not there yet is the same as another by its name and its folder. */
    private static boolean isSame(Path one, Path other) {
        return one.normalize().equals(other.normalize())
                || isSameFile(one, other)
                || (Objects.equals(one.getFileName(), other.getFileName())
                        && isSameFile(one.resolveSibling("."), other.resolveSibling(".")));
    }

    /** Whether both are there and are one file. */
    public static boolean isSameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // one of them is not there
        }
    }
}
