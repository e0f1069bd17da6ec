package wandb.auth.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.UnixStatus;

/**
 * Temporary files that runs of ours left when they were killed. They are removed under the lock only, when no other
 * run has one; a run with another lock, of another config folder, takes the loss of its own as a reason to begin again.
 */
public final class StaleTempFiles {

    private StaleTempFiles() {}

    /** Those of this user, or of root, beside the file; they may hold what the file was to hold. */
    public static List<Path> beside(Path file) {
        return in(SharedFile.directoryOf(file.toAbsolutePath()));
    }

    /** Removes those of this user, or of root, from the directory. */
    static void removeIn(Path directory) {
        for (Path file : in(directory)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                return; // they stay until the next run
            }
        }
    }

    /** By the name that only a directory has: where a pipe stands in its place, opening that would be waiting for a writer. */
    private static List<Path> in(Path directory) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve("."))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(TemporaryFile.PREFIX)
                        && TemporaryFile.isName(name)
                        && isOurs(directory.resolve(name))) {
                    found.add(directory.resolve(name));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return found;
        }
        return found;
    }

    private static boolean isOurs(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!UnixStatus.isKnownFor(file)) {
            return true;
        }
        Optional<UnixStatus> status = UnixStatus.ifKnown(file);
        OptionalInt user = ProcessUser.idIfKnown();
        return status.isPresent() && user.isPresent() && status.get().isOnlyOf(user.getAsInt());
    }
}
