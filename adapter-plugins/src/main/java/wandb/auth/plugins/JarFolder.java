package wandb.auth.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wandb.auth.files.custody.Breach;
import wandb.auth.files.custody.Custody;
import wandb.auth.files.custody.Owners;

/** The jars in a plugin's folder. None is read that others than root and this user could change. */
final class JarFolder {

    private static final int MOST_BYTES = 256 << 20;

    private final Path folder;
    private final Custody custody = new Custody(Owners.ROOT_OR_USER);

    JarFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads them all, in the order of their names. */
    List<PluginJar> read() throws PluginProblem {
        check(custody.breachOfFolder(folder));
        check(custody.breachOfFolder(real()));
        List<PluginJar> jars = new ArrayList<>();
        int size = 0;
        for (Path file : files()) {
            check(custody.breach(file));
            byte[] content = content(file, MOST_BYTES - size);
            size += content.length;
            try {
                jars.add(PluginJar.of(file, content));
            } catch (IOException | IllegalArgumentException e) {
                throw new PluginProblem(file + " is no jar.", "Install the plugin again.");
            }
        }
        if (jars.isEmpty()) {
            throw new PluginProblem(folder + " holds no jar.", "Put the plugin's jars there, or remove the folder.");
        }
        return jars;
    }

    /** What the folder is, where its name is a link. */
    private Path real() throws PluginProblem {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private PluginProblem unreadable() {
        return new PluginProblem(folder + " cannot be read.", "Give yourself the right to read it.");
    }

    private List<Path> files() throws PluginProblem {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw unreadable();
        }
        Collections.sort(files);
        return files;
    }

    private static byte[] content(Path file, int most) throws PluginProblem {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new PluginProblem(
                        "The plugin is larger than " + (MOST_BYTES >> 20) + " MiB.", "Remove what it does not need.");
            }
            return content;
        } catch (IOException e) {
            throw new PluginProblem(file + " cannot be read.", "Give yourself the right to read it.");
        }
    }

    private static void check(Optional<Breach> breach) throws PluginProblem {
        if (breach.isPresent()) {
            throw new PluginProblem(
                    breach.get().path() + ": " + breach.get().problem(),
                    breach.get().remedy());
        }
    }
}
