package wandb.auth.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.UnixStatus;

/** One attempt to write a file of which we know what it held. */
final class Replacement {

    private final Target meant;
    private final Path target;
    private final ReplacedFile old;
    private final Optional<FileContent> present;
    private final boolean keepsRights;
    private final EditLock.Held lock;

    private boolean inPlace;
    private Optional<byte[]> late = Optional.empty();

    /**
     * An attempt that has not begun.
     *
     * @param meant the file
     * @param old what stands there, still open
     */
    Replacement(Target meant, ReplacedFile old, boolean keepsRights, EditLock.Held lock) {
        this.meant = meant;
        this.target = meant.file();
        this.old = old;
        this.present = old.content();
        this.keepsRights = keepsRights;
        this.lock = lock;
    }

    /** False where the file changed after it was read; then nothing was written. */
    boolean write(byte[] bytes) throws FileException {
        SharedFile.checkReplaceable(target);
        try {
            takeOthersRights();
            return isWrittenInPlace() ? overwrite(bytes) : replace(bytes);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw FileException.writing(target, e);
        }
    }

    /** Whether the file was overwritten. */
    boolean isInPlace() {
        return inPlace;
    }

    /** What another program wrote into the replaced file. */
    Optional<FileContent> late() {
        return late.isPresent() && present.isPresent()
                ? Optional.of(present.get().with(late.get()))
                : Optional.empty();
    }

    /** Before the new content is there for anybody: the new file has the rights of this one from its first moment. */
    private void takeOthersRights() throws IOException {
        if (present.isPresent() && !keepsRights && present.get().mode().isOpenToOthers()) {
            Files.getFileAttributeView(target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setPermissions(present.get().mode().withoutOthers().permissions());
        }
    }

    /** A file with several names would lose them; in a folder that may not be written nothing can take its place. */
    private boolean isWrittenInPlace() {
        return present.isPresent() && (hasSeveralNames() || !Files.isWritable(directory()));
    }

    private boolean hasSeveralNames() {
        Optional<UnixStatus> inode = UnixStatus.ifKnown(target);
        return inode.isPresent() && inode.get().links() > 1;
    }

    private boolean replace(byte[] bytes) throws IOException, FileException {
        try (TemporaryFile temporary = present.isPresent()
                ? TemporaryFile.like(target, lock.time())
                : TemporaryFile.in(directory(), lock.time())) {
            temporary.write(bytes, mode(temporary));
            if (!meant.isStillMeant() || !old.isUnchanged()) {
                return false;
            }
            if (!UnixStatus.isKnownFor(target)) {
                return new WindowsSharing(lock.time()).replace(() -> temporary.moveTo(target), target, old);
            }
            temporary.moveTo(target);
            makeDurable(directory());
            late = old.late();
            return true;
        } catch (IOException e) {
            if (e instanceof AtomicMoveNotSupportedException || MountPoint.is(target)) {
                return overwrite(bytes);
            }
            throw e;
        }
    }

    /** The rights of a group are kept only where the file could be given to that group. */
    private FileMode mode(TemporaryFile temporary) throws FileException {
        if (present.isEmpty()) {
            return FileMode.PRIVATE;
        }
        FileMode mode = present.get().mode();
        Optional<UnixStatus> own = UnixStatus.ifKnown(temporary.path());
        Optional<UnixStatus> old = UnixStatus.ifKnown(target);
        if (own.isPresent() && old.isPresent()) {
            if (own.get().owner() != old.get().owner()) {
                throw new FileException(Kind.FOREIGN, target, Messages.OF_ANOTHER_USER);
            }
            if (own.get().group() != old.get().group()) {
                return mode.withoutOthers();
            }
        }
        return keepsRights ? mode : mode.withoutOthers();
    }

    private boolean overwrite(byte[] bytes) throws IOException, FileException {
        if (present.isEmpty() || lock.folder().isEmpty()) {
            throw Files.isWritable(directory())
                    ? new FileException(Kind.FAILED, target, Messages.NO_DIRECTORY_FOR_COPY)
                    : new FileException(Kind.READ_ONLY, directory(), Messages.NO_OTHER_DIRECTORY_FOR_COPY);
        }
        if (!meant.isStillMeant() || !old.isUnchanged()) {
            return false;
        }
        UndoJournal.overwrite(lock.folder().get(), target, present.get().bytes(), bytes);
        inPlace = true;
        return true;
    }

    private Path directory() {
        return SharedFile.directoryOf(target);
    }

    static void makeDurable(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is replaced already; some systems cannot open a directory, and there is nothing left to undo.
            return;
        }
    }
}
