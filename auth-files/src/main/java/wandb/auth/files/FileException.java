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
        NOT_A_FILE("Name another file, or move this one away."),
        /** Its owner may not read it, or this process may not. */
        UNREADABLE("Give yourself permission to read it."),
        /** The file, its directory or the file system may not be written. */
        READ_ONLY("Give yourself permission to write it."),
        /** It is larger than {@link SharedFile#MAX_BYTES}. */
        TOO_LARGE("Reduce its size, or name another file."),
        /** Its symbolic links lead in a circle, or are too many. */
        LINK_LOOP("Fix the symbolic link."),
        /** The directory it should stand in does not exist. */
        NO_DIRECTORY("Create the directory, or name another file."),
        /** It belongs to another user, whose it would no longer be. */
        FOREIGN(
                "Have its owner changed to you (chown), or name another file.",
                "Take ownership of it (Properties, Security, Advanced), or name another file."),
        /** Its file system is read-only, or it is immutable: no right helps. */
        PROTECTED(
                "Name another file, or have that changed (mount and lsattr tell which it is).",
                "Name another file, or have that changed."),
        /** Another program keeps the lock of all edits. */
        LOCKED(
                "Find that program (fuser names it), let it continue or end it, and try again.",
                "Let the other wandb continue or end it (Task Manager shows it as java), and try again."),
        /** Other programs changed it at every attempt. */
        BUSY("Try again when no other program is writing it."),
        /** The operating system refused for another reason. */
        FAILED("Fix the problem and try again.");

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
            return new FileException(
                    Kind.FOREIGN, closed, "belongs to " + stranger.get() + ", and this user may not read it");
        }
        Kind kind = cause instanceof AccessDeniedException ? Kind.UNREADABLE : Kind.FAILED;
        return new FileException(kind, path, "cannot be read: " + words(cause));
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
                cause instanceof AccessDeniedException ? Kind.READ_ONLY : kind, path, "cannot be written: " + words);
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
                        ? "root"
                        : "another user (number " + status.get().owner() + ")");
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
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "it is no longer there";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (cause instanceof AtomicMoveNotSupportedException) {
            return "the file system cannot replace it in one step";
        }
        String said = cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
        return said == null || said.isEmpty()
                ? "input/output error"
                : said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }
}
