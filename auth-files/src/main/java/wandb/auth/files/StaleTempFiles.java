package wandb.auth.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Temporary files that runs of ours left when they were killed. They are looked for under the lock only, when no other
 * run has one; a run with another lock, of another config folder, takes the loss of its own as a reason to begin again.
 */
final class StaleTempFiles {

    private StaleTempFiles() {}

    /** Removes what lies beside the temporary file of this run and has the same owner, or root. */
    static void removeBeside(TemporaryFile own) {
        Path directory = own.path().resolveSibling("");
        Optional<UnixAttributes> inode = UnixAttributes.of(own.path());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Path name = file.getFileName();
                if (name != null && TemporaryFile.isName(name.toString()) && isLitter(file, own, inode)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // it stays until the next run
        }
    }

    private static boolean isLitter(Path file, TemporaryFile own, Optional<UnixAttributes> inode) {
        if (file.getFileName().equals(own.path().getFileName())
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<UnixAttributes> other = UnixAttributes.of(file);
        if (inode.isEmpty() || other.isEmpty()) {
            return inode.equals(other);
        }
        return other.get().isOnlyOf(inode.get().user());
    }
}
