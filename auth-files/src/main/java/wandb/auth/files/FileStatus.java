package wandb.auth.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.UnixStatus;

/** What stands at a path: asked before opening it, since opening a pipe waits and opening a device may act. */
record FileStatus(BasicFileAttributes attributes, FileMode mode) {

    static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What makes a new file private from its first moment. */
    static FileAttribute<?>[] privateFile(Path path) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FileMode.PRIVATE.permissions())}
                : new FileAttribute<?>[0];
    }

    /** Empty if nothing stands there. */
    static Optional<FileStatus> of(Path path, LinkOption... options) throws FileException {
        try {
            if (!hasPermissions(path)) {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
                return Optional.of(new FileStatus(attributes, FileMode.PRIVATE));
            }
            PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class, options);
            return Optional.of(new FileStatus(attributes, new FileMode(attributes.permissions())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    /** That of what has this name, which may be a link; not of what another user left in a directory like {@code /tmp}. */
    static Optional<FileStatus> ofEntry(Path path) throws FileException {
        return isInStickyDirectory(path) && !StickyDirectory.holds(path)
                ? Optional.empty()
                : of(path, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isInStickyDirectory(Path path) {
        Path directory = path.getParent();
        return directory != null && UnixStatus.isStickyForAll(directory);
    }

    /** That of a file that is to be opened; empty if nothing stands there. A link is not followed. */
    static Optional<FileStatus> ofFileToRead(Path path) throws FileException {
        Optional<FileStatus> status = ofEntry(path);
        if (status.isPresent()) {
            status.get().checkIsReadableFile(path);
        }
        return status;
    }

    /** Whether it says that it holds nothing, as do those of the kernel that may wait when they are read. */
    boolean isEmpty() {
        return attributes.size() == 0;
    }

    /** Whether the same file stands there, unwritten since. */
    boolean isSameAs(FileStatus other) {
        return Objects.equals(attributes.fileKey(), other.attributes.fileKey())
                && attributes.size() == other.attributes.size()
                && attributes.lastModifiedTime().equals(other.attributes.lastModifiedTime());
    }

    void checkIsReadableFile(Path path) throws FileException {
        if (attributes.isDirectory()) {
            throw new FileException(Kind.NOT_A_FILE, path, Messages.IS_A_DIRECTORY);
        }
        if (!attributes.isRegularFile()) {
            throw new FileException(Kind.NOT_A_FILE, path, Messages.IS_A_DEVICE);
        }
        if (!mode.isReadableByOwner()) {
            throw new FileException(Kind.UNREADABLE, path, Messages.closedToItsOwner(mode.toString()));
        }
    }

    void checkIsWritable(Path path) throws FileException {
        if (!mode.isWritableByOwner()) {
            throw new FileException(Kind.READ_ONLY, path, Messages.readOnly(mode.toString()));
        }
    }

    static void checkIsWritableDirectory(Path directory) throws FileException {
        FileStatus status = of(directory)
                .orElseThrow(() -> new FileException(Kind.NO_DIRECTORY, directory, Messages.DOES_NOT_EXIST));
        if (!status.attributes.isDirectory()) {
            throw new FileException(Kind.FILE_AS_DIRECTORY, directory, Messages.IS_NO_DIRECTORY);
        }
        checkLetsWrite(directory, status.mode);
    }

    /** Asks the operating system, which knows of read-only file systems, of immutable files and of root's rights. */
    static void checkLetsWrite(Path path, FileMode mode) throws FileException {
        if (Files.isWritable(path)) {
            return; // without the classes that tell why not
        }
        try {
            path.getFileSystem().provider().checkAccess(path, AccessMode.WRITE);
        } catch (AccessDeniedException e) {
            throw denied(path, mode);
        } catch (FileSystemException e) {
            throw e.getReason() == null || !UnixStatus.isKnownFor(path)
                    ? FileException.writing(path, e)
                    : new FileException(Kind.PROTECTED, path, Messages.IMMUTABLE);
        } catch (IOException e) {
            throw FileException.writing(path, e);
        }
    }

    private static FileException denied(Path path, FileMode mode) {
        Optional<String> stranger = FileException.stranger(path);
        if (stranger.isPresent()) {
            return new FileException(Kind.FOREIGN, path, Messages.ofAnotherAndUnwritable(stranger.get()));
        }
        if (!UnixStatus.isKnownFor(path)) {
            return new FileException(Kind.READ_ONLY, path, Messages.CLOSED_BY_ACCESS_LIST);
        }
        return mode.isWritableByOwner()
                ? FileException.writing(path, new AccessDeniedException(path.toString()))
                : new FileException(Kind.READ_ONLY, path, Messages.readOnly(mode.toString()));
    }
}
