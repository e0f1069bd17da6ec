package wandb.auth.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.UnixStatus;

/**
 * Why a file could not be read or replaced. What it held is as it was, unless the words say otherwise, and no temporary
 * file is left.
 */
public final class FileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What no right helps against, as a file that may only grow, or one of another in a folder that all may write. */
    private static final String NOT_PERMITTED = "operation not permitted";

    /** What kind of trouble it is. */
    public enum Kind {
        /** A directory, a pipe, a socket or a device stands where a file should. */
        NOT_A_FILE(Messages.NAME_ANOTHER_OR_MOVE),
        /** Its owner may not read it, or this process may not. */
        UNREADABLE(Messages.ALLOW_READING),
        /** The file, its directory or the file system may not be written. */
        READ_ONLY(Messages.ALLOW_WRITING),
        /** It is larger than {@link SharedFile#MAX_BYTES}. */
        TOO_LARGE(Messages.REDUCE_SIZE),
        /** Its symbolic links lead in a circle, or are too many. */
        LINK_LOOP(Messages.FIX_LINK),
        /** The directory it should stand in does not exist. */
        NO_DIRECTORY(Messages.CREATE_DIRECTORY),
        /** A file stands in the place of the directory it should stand in. */
        FILE_AS_DIRECTORY(Messages.NAME_ANOTHER_OR_MOVE),
        /** It belongs to another user, whose it would no longer be. */
        FOREIGN(Messages.CHANGE_OWNER, Messages.CHANGE_OWNER_ON_WINDOWS),
        /** Its file system is read-only, or it is immutable: no right helps. */
        PROTECTED(Messages.END_PROTECTION, Messages.END_PROTECTION_ON_WINDOWS),
        /** Another program keeps the lock of all edits. */
        LOCKED(Messages.END_LOCK, Messages.END_LOCK_ON_WINDOWS),
        /** Other programs changed it at every attempt. */
        BUSY(Messages.TRY_WHEN_IT_RESTS),
        /** The operating system refused for another reason. */
        FAILED(Messages.FIX_AND_TRY_AGAIN);

        private final String remedy;
        private final String remedyOnWindows;

        Kind(String remedy) {
            this(remedy, remedy);
        }

        Kind(String remedy, String remedyOnWindows) {
            this.remedy = remedy;
            this.remedyOnWindows = remedyOnWindows;
        }
    }

    private final Kind kind;
    private final transient Path path;
    private final String predicate;

    FileException(Kind kind, Path path, String predicate) {
        super(OpenFiles.shown(path) + " " + predicate);
        this.kind = kind;
        this.path = OpenFiles.shown(path);
        this.predicate = predicate;
    }

    static FileException reading(Path path, Exception cause) {
        Path closed = cause instanceof AccessDeniedException ? nearestKnown(path) : path;
        Optional<String> stranger = cause instanceof AccessDeniedException ? stranger(closed) : Optional.empty();
        if (stranger.isPresent()) {
            return new FileException(Kind.FOREIGN, closed, Messages.ofAnotherAndUnreadable(stranger.get()));
        }
        Kind kind = cause instanceof AccessDeniedException ? Kind.UNREADABLE : Kind.FAILED;
        return new FileException(kind, path, Messages.notRead(words(cause)));
    }

    /** The file, or else the folder above it that lets nobody see it. */
    private static Path nearestKnown(Path path) {
        for (Path known = path; known != null; known = known.getParent()) {
            if (UnixStatus.ifKnown(known).isPresent()) {
                return known;
            }
        }
        return path;
    }

    static FileException writing(Path path, Exception cause) {
        String words = words(cause);
        Kind kind = words.equals(NOT_PERMITTED) ? Kind.PROTECTED : Kind.FAILED;
        return new FileException(
                cause instanceof AccessDeniedException ? Kind.READ_ONLY : kind, path, Messages.notWritten(words));
    }

    /** Whose the file is; empty if it is this user's, or nobody can tell. */
    static Optional<String> stranger(Path path) {
        Optional<UnixStatus> status = UnixStatus.ifKnown(path);
        OptionalInt user = ProcessUser.idIfKnown();
        if (status.isEmpty() || user.isEmpty() || status.get().owner() == user.getAsInt()) {
            return Optional.empty();
        }
        return Optional.of(
                status.get().isRoots()
                        ? Messages.ROOT
                        : Messages.anotherUser(status.get().owner()));
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** What a person can do about it, as a sentence. */
    public String remedy() {
        return UnixStatus.isKnownFor(path) ? kind.remedy : kind.remedyOnWindows;
    }

    /** What the trouble is with: the file, its target or its directory. */
    public Path path() {
        return path;
    }

    /** What is wrong with it, in words that follow its name: {@code is a directory, not a file}. */
    public String predicate() {
        return predicate;
    }

    /** The operating system's own words where it gave any: {@code no space left on device}. */
    private static String words(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return Messages.PERMISSION_DENIED;
        }
        if (cause instanceof NoSuchFileException) {
            return Messages.NO_LONGER_THERE;
        }
        if (cause instanceof NotDirectoryException) {
            return Messages.NOT_A_DIRECTORY;
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return Messages.NOT_REPLACED_IN_ONE_STEP;
        }
        String said = cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
        return said == null || said.isEmpty()
                ? Messages.INPUT_OUTPUT_ERROR
                : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }
}
