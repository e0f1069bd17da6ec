package wandb.auth.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;

/**
 * A directory like {@code /tmp}, where anybody may leave files and nobody may remove another's. What another user left
 * there is neither followed nor written, as Linux has it with {@code fs.protected_symlinks} and {@code
 * fs.protected_regular}, here also where that is off.
 */
final class StickyDirectory {

    private static final int STICKY_AND_WRITABLE_FOR_ALL = 01002;

    private StickyDirectory() {}

    /** Refuses a link or a file in such a directory that belongs neither to this user nor to the directory's owner. */
    static void checkIsNotPlanted(Path file) throws FileException {
        Path directory = file.getParent();
        Optional<UnixAttributes> inode = UnixAttributes.of(file);
        if (directory == null || inode.isEmpty() || !isSticky(directory)) {
            return;
        }
        int user = inode.get().user();
        boolean isOwn = UnixAttributes.ownUser().filter(own -> own == user).isPresent();
        boolean isOfTheDirectory =
                ownerOf(directory).filter(owner -> owner == user).isPresent();
        if (!isOwn && !isOfTheDirectory) {
            throw new FileException(
                    Kind.FOREIGN, file, "belongs to another user, in a directory where anybody may leave files");
        }
    }

    private static boolean isSticky(Path directory) {
        try {
            return Files.getAttribute(directory, "unix:mode") instanceof Integer mode
                    && (mode & STICKY_AND_WRITABLE_FOR_ALL) == STICKY_AND_WRITABLE_FOR_ALL;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Integer> ownerOf(Path directory) {
        try {
            return Files.getAttribute(directory, "unix:uid", new LinkOption[0]) instanceof Integer user
                    ? Optional.of(user)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
