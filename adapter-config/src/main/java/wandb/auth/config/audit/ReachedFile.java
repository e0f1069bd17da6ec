package wandb.auth.config.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import wandb.auth.config.message.Messages;
import wandb.auth.files.ownership.Descriptors;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.HeldFolder;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.RootsWay;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.UnixStatus;

/**
 * A file as it is reached: by its name, if this process is not root's or nobody else can rename on the way to it. Where others can, its
 * folder is held open, and the file itself if there is one: it is judged when it is open, and then used by its descriptor only.
 */
final class ReachedFile implements AutoCloseable {

    private static final Set<OpenOption> AT_ITS_END =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    private static final Set<OpenOption> JUDGED_AT_ITS_END = Set.of(StandardOpenOption.APPEND);

    private final Optional<HeldFolder> folder;
    private Path path;
    private Optional<FileChannel> judged = Optional.empty();

    private ReachedFile(Path path, Optional<HeldFolder> folder) {
        this.path = path;
        this.folder = folder;
    }

    /**
     * The file of this path, which need not exist.
     *
     * @throws RefusedFileException if another user could lead root to it
     */
    static ReachedFile at(Path path) throws IOException, RefusedFileException {
        Path above = path.getParent();
        Path name = path.getFileName();
        if (above == null || name == null || isReachedByName(path)) {
            return new ReachedFile(path, Optional.empty());
        }
        HeldFolder folder = hold(above);
        ReachedFile file = new ReachedFile(folder.path().resolve(name), Optional.of(folder));
        boolean isSound = false;
        try {
            file.judge(folder, name);
            isSound = true;
            return file;
        } finally {
            if (!isSound) {
                file.close();
            }
        }
    }

    private static boolean isReachedByName(Path path) {
        return !UnixStatus.isKnownFor(path)
                || !ProcessUser.isRoot()
                || new FileOwnershipCheck(TrustedOwners.ROOT).isPrivateFolderOf(path);
    }

    private static HeldFolder hold(Path folder) throws IOException, RefusedFileException {
        try {
            RootsWay way = RootsWay.of(folder.resolve("."));
            if (way.isBeyondReach()) {
                throw new RefusedFileException(Messages.trailBeyondReach());
            }
            if (!Descriptors.areNamed()) {
                throw new RefusedFileException(Messages.trailReplaceable());
            }
            return HeldFolder.at(way.end(), way.owner()).orElseThrow(ReachedFile::renamed);
        } catch (NoSuchFileException | NotDirectoryException | FileSystemLoopException e) {
            throw new RefusedFileException(Messages.trailFolderMissing());
        }
    }

    private void judge(HeldFolder held, Path name) throws IOException, RefusedFileException {
        if (!isRegular()) {
            return;
        }
        judged = Optional.of(open(path));
        path = held.descriptor(name).orElseThrow(ReachedFile::renamed);
        if (!isOf(UnixStatus.of(held.path()), UnixStatus.of(path))) {
            throw new RefusedFileException(Messages.trailMayBeAnyFile());
        }
    }

    private static FileChannel open(Path file) throws IOException, RefusedFileException {
        try {
            return Descriptors.open(file);
        } catch (NoSuchFileException e) {
            throw renamed();
        }
    }

    /** Whether the file is root's or of the folder's owner, and no other name of a file that stands elsewhere too. */
    private static boolean isOf(UnixStatus folder, UnixStatus file) {
        boolean isOfRootAlone = folder.isRoots() && !folder.letsOthersWrite();
        return file.isRegularFile() && (isOfRootAlone || file.isOnlyOf(folder.owner()));
    }

    private static RefusedFileException renamed() {
        return new RefusedFileException(Messages.trailRenamed());
    }

    /** The name that leads to it. */
    Path path() {
        return path;
    }

    /** Whether nothing has its name, not even a link. */
    boolean isMissing() {
        return judged.isEmpty() && Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether it is a regular file. */
    boolean isRegular() {
        return judged.isPresent() || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens it if it is there. */
    FileChannel open(StandardOpenOption option) throws IOException {
        if (judged.isPresent()) {
            return FileChannel.open(path, option);
        }
        if (folder.isPresent()) {
            throw new NoSuchFileException(path.toString()); // when it was judged
        }
        return FileChannel.open(path, option, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens it to add to its end; makes it for this user alone if nothing has its name.
     *
     * @throws java.nio.file.FileAlreadyExistsException if something has its name now that was not judged
     */
    FileChannel openAtItsEnd() throws IOException {
        if (judged.isPresent()) {
            return FileChannel.open(path, JUDGED_AT_ITS_END);
        }
        return FileChannel.open(path, folder.isPresent() ? NEW : AT_ITS_END, attributes());
    }

    private FileAttribute<?>[] attributes() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        try {
            if (judged.isPresent()) {
                judged.get().close();
            }
        } finally {
            if (folder.isPresent()) {
                folder.get().close();
            }
        }
    }
}
