package wandb.auth.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.UnixStatus;

/**
 * A directory like {@code /tmp}, where anybody may leave files and nobody may remove another's. What another user left
 * there is neither followed, nor read, nor written, as Linux has it with {@code fs.protected_symlinks} and {@code
 * fs.protected_regular}, here also where that is off.
 */
final class StickyDirectory {

    private StickyDirectory() {}

    /** Refuses a link of another user in such a directory. */
    static void checkIsNotPlanted(Path link) throws FileException {
        if (FileStatus.isInStickyDirectory(link)) {
            holds(link);
        }
    }

    /**
     * Refuses a link or a file in such a directory that belongs neither to this user nor to the directory's owner. Nobody else
     * can put another file in the place of one that passed.
     *
     * @return false if the file was absent: one that is there later may be another's
     */
    static boolean holds(Path file) throws FileException {
        Optional<UnixStatus> status = UnixStatus.ifKnown(file);
        OptionalInt own = ProcessUser.idIfKnown();
        if (status.isEmpty() || own.isEmpty()) {
            return own.isEmpty();
        }
        int user = status.get().owner();
        if (user != own.getAsInt() && user != ownerOf(SharedFile.directoryOf(file))) {
            throw new FileException(Kind.FOREIGN, file, Messages.OF_ANOTHER_USER_WHERE_ALL_WRITE);
        }
        return true;
    }

    /** Nobody's number if it is gone. */
    private static int ownerOf(Path directory) {
        return UnixStatus.ifKnown(directory).map(UnixStatus::owner).orElse(-1);
    }
}
