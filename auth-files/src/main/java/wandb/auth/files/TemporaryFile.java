package wandb.auth.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.UnixStatus;

/** A new file beside its target, to take the target's place in one step. */
final class TemporaryFile implements AutoCloseable {

    /** In bytes. A channel copies what it moves into memory outside the heap, all of it at once unless told otherwise. */
    static final int MOST_AT_ONCE = 1 << 16;

    /** How the name of each begins. */
    static final String PREFIX = ".wandb-";

    private static final String SUFFIX = ".tmp";
    private static final int DIGITS = 16;
    private static final int MOST_NAMES = 16;
    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private final Path path;
    private final Time time;
    private boolean moved;

    private TemporaryFile(Path path, Time time) {
        this.path = path;
        this.time = time;
    }

    /** An empty one for its owner only; what root makes in a user's directory is the user's. */
    static TemporaryFile in(Path directory, Time time) throws IOException, FileException {
        return named(directory, time, path -> {
            try (FileChannel made = FileChannel.open(path, NEW_FILE, FileStatus.privateFile(path))) {
                OpenFiles.giveToOwner(path, made);
            } catch (NoSuchFileException e) {
                if (Files.isDirectory(directory)) { // as /proc, whose files are the kernel's
                    throw new FileException(Kind.PROTECTED, directory, Messages.TAKES_NO_FILES);
                }
                throw e;
            }
        });
    }

    /**
     * A copy of the file with its owner, group, permissions, access control list, security label and other extended
     * attributes, as far as this process may give them. It is open to nobody to whom the file is not.
     */
    static TemporaryFile like(Path target, Time time) throws IOException, FileException {
        return named(
                target.resolveSibling(""),
                time,
                path -> Files.copy(target, path, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether this is the name of one. */
    static boolean isName(String name) {
        if (name.length() != PREFIX.length() + DIGITS + SUFFIX.length()
                || !name.startsWith(PREFIX)
                || !name.endsWith(SUFFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < PREFIX.length() + DIGITS; i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Makes it under a random name, and only where nothing has that name yet: a planted link is not followed. */
    private static TemporaryFile named(Path directory, Time time, Maker maker) throws IOException, FileException {
        for (int tried = 1; ; tried++) {
            TemporaryFile file = new TemporaryFile(directory.resolve(PREFIX + digits() + SUFFIX), time);
            boolean isMade = false;
            try {
                file.make(maker);
                isMade = true;
                return file;
            } catch (FileAlreadyExistsException e) {
                isMade = true; // by somebody else
                if (tried == MOST_NAMES) {
                    throw e;
                }
            } finally {
                if (!isMade) {
                    file.close();
                }
            }
        }
    }

    private void make(Maker maker) throws IOException, FileException {
        if (UnixStatus.isKnownFor(path)) {
            maker.make(path);
        } else {
            new WindowsSharing(time).open(() -> {
                maker.make(path);
                return path;
            });
        }
    }

    private static String digits() {
        String hex = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return "0".repeat(DIGITS - hex.length()) + hex;
    }

    Path path() {
        return path;
    }

    /** Fills it and waits until it is on the disk. */
    void write(byte[] bytes, FileMode mode) throws IOException, FileException {
        if (FileStatus.hasPermissions(path)) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (!view.readAttributes().permissions().equals(mode.permissions())) {
                view.setPermissions(mode.permissions());
            }
        }
        try (FileChannel channel = OpenFiles.write(path, time)) {
            channel.truncate(0);
            int written = 0;
            while (written < bytes.length) {
                int piece = Math.min(MOST_AT_ONCE, bytes.length - written);
                written += channel.write(ByteBuffer.wrap(bytes, written, piece));
            }
            channel.force(true);
        }
    }

    /** Puts it in the target's place, which it answers. */
    Path moveTo(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        moved = true;
        return target;
    }

    /** Leaves nothing behind unless it has taken its target's place. */
    @Override
    public void close() throws IOException, FileException {
        if (moved) {
            return;
        }
        if (UnixStatus.isKnownFor(path)) {
            Files.deleteIfExists(path);
        } else {
            new WindowsSharing(time).open(() -> Files.deleteIfExists(path));
        }
    }

    /** Makes a file. */
    @FunctionalInterface
    private interface Maker {
        void make(Path path) throws IOException, FileException;
    }
}
