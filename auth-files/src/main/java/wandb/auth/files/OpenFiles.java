package wandb.auth.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.Descriptors;
import wandb.auth.files.ownership.UnixStatus;

/** Files below a folder that is held open: they are judged when they are open, by their descriptors. */
final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of(Descriptors.NAMES);

    private OpenFiles() {}

    /** Whether the path leads through a folder that is held open. */
    static boolean isHeld(Path path) {
        return path.startsWith(DESCRIPTORS);
    }

    /** The same path as people know it. */
    static Path shown(Path path) {
        try {
            return isHeld(path) ? real(path) : path;
        } catch (IOException e) {
            return path;
        }
    }

    private static Path real(Path path) throws IOException {
        if (Descriptors.isOne(path)) {
            return path.toRealPath();
        }
        Path parent = SharedFile.directoryOf(path);
        return parent.toRealPath().resolve(String.valueOf(path.getFileName()));
    }

    private static Optional<Path> at(Path path) throws IOException {
        return Descriptors.at(real(path));
    }

    /** Opens a file that is no link, to read it; below a folder that is held, what was opened is judged too. */
    static FileChannel read(Path path, Time time) throws IOException, FileException {
        if (!isHeld(path)) {
            return open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), time);
        }
        return judged(path, Descriptors.open(path));
    }

    /** The same to write it. */
    static FileChannel write(Path path, Time time) throws IOException, FileException {
        return isHeld(path)
                ? judged(path, Descriptors.openToWrite(path))
                : open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), time);
    }

    private static FileChannel open(Path path, Set<OpenOption> options, Time time) throws IOException, FileException {
        return UnixStatus.isKnownFor(path)
                ? FileChannel.open(path, options)
                : new WindowsSharing(time).open(() -> FileChannel.open(path, options));
    }

    private static FileChannel judged(Path path, FileChannel opened) throws IOException, FileException {
        boolean isSound = false;
        try {
            checkIsOfFolder(path);
            isSound = true;
            return opened;
        } finally {
            if (!isSound) {
                opened.close();
            }
        }
    }

    /** Whether the owner of the folder could write it himself, or could have put nothing there that stands elsewhere too. */
    private static void checkIsOfFolder(Path path) throws IOException, FileException {
        UnixStatus file = UnixStatus.of(at(path).orElseThrow(() -> changed(path)));
        UnixStatus folder = UnixStatus.of(SharedFile.directoryOf(path));
        boolean isReached = file.owner() == folder.owner() || (file.isRoots() && file.links() == 1);
        if (!file.isRegularFile() || !isReached) {
            throw new FileException(Kind.FOREIGN, path, Messages.NOT_OF_FOLDERS_OWNER);
        }
    }

    private static FileException changed(Path path) {
        return new FileException(Kind.BUSY, path, Messages.KEEPS_CHANGING);
    }

    /** Gives the folder's owner a file that root has made in a folder that is held, and has open: {@code sudo} locks nobody out. */
    static void giveToOwner(Path path, FileChannel made) throws IOException, FileException {
        if (isHeld(path) && made.size() == 0) {
            give(path, at(path).orElseThrow(() -> changed(path)));
        }
    }

    /** The same of a folder, which must still be the empty one that was made. */
    static void giveFolderToOwner(Path made) throws IOException, FileException {
        if (!isHeld(made)) {
            return;
        }
        try (DirectoryStream<Path> open = Files.newDirectoryStream(made.resolve("."))) {
            Path descriptor = at(made).orElseThrow(() -> changed(made));
            if (!open.iterator().hasNext()) {
                give(made, descriptor);
            }
        }
    }

    private static void give(Path made, Path descriptor) throws IOException {
        UnixStatus folder = UnixStatus.of(SharedFile.directoryOf(made));
        if (UnixStatus.of(descriptor).isRoots()) {
            Files.setAttribute(descriptor, "unix:gid", folder.group());
            Files.setAttribute(descriptor, "unix:uid", folder.owner());
        }
    }
}
