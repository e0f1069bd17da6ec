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
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.Violation;

/** The jars in a plugin's folder. None is read that others than root and this user could change. */
final class JarFolder {

    private static final int MOST_BYTES = 256 << 20;

    private final Path folder;
    private final FileOwnershipCheck custody = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER);

    JarFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads them all, in the order of their names. */
    List<PluginJar> read() throws PluginException {
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
                throw new PluginException(file + " is no jar.", "Install the plugin again.");
            }
        }
        if (jars.isEmpty()) {
            throw new PluginException(folder + " holds no jar.", "Put the plugin's jars there, or remove the folder.");
        }
        return jars;
    }

    /** What the folder is, where its name is a link. */
    private Path real() throws PluginException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private PluginException unreadable() {
        return new PluginException(folder + " cannot be read.", "Give yourself the right to read it.");
    }

    private List<Path> files() throws PluginException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw unreadable();
        }
        Collections.sort(files);
        return files;
    }

    private static byte[] content(Path file, int most) throws PluginException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new PluginException(
                        "The plugin is larger than " + (MOST_BYTES >> 20) + " MiB.", "Remove what it does not need.");
            }
            return content;
        } catch (IOException e) {
            throw new PluginException(file + " cannot be read.", "Give yourself the right to read it.");
        }
    }

    private static void check(Optional<Violation> breach) throws PluginException {
        if (breach.isPresent()) {
            throw new PluginException(
                    breach.get().path() + ": " + breach.get().problem(),
                    breach.get().remedy());
        }
    }
}
