package wandb.auth.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A new file beside its target, to take the target's place in one step; private from its first moment. */
final class TemporaryFile implements AutoCloseable {

    private static final int MOST_NAMES = 16;
    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path path;
    private final FileChannel channel;
    private boolean moved;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes it under a random name, and only where nothing has that name yet: a planted link is not followed. */
    static TemporaryFile in(Path directory) throws IOException {
        FileAttribute<?>[] attributes = FileStatus.hasPermissions(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FileMode.PRIVATE.permissions())}
                : new FileAttribute<?>[0];
        for (int tried = 1; ; tried++) {
            String name =
                    ".wandb-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp";
            Path path = directory.resolve(name);
            try {
                return new TemporaryFile(path, FileChannel.open(path, NEW_FILE, attributes));
            } catch (FileAlreadyExistsException e) {
                if (tried == MOST_NAMES) {
                    throw e;
                }
            }
        }
    }

    /** Fills it and waits until it is on the disk. */
    void write(byte[] bytes, FileMode mode) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        if (FileStatus.hasPermissions(path)) {
            Files.setPosixFilePermissions(path, mode.permissions());
        }
        channel.force(true);
        channel.close();
    }

    /** Whether it has the group of the other file now; only a member of the group may give it that. */
    boolean takesGroupOf(Path other) {
        if (!FileStatus.hasPermissions(path)) {
            return true;
        }
        try {
            GroupPrincipal group =
                    Files.readAttributes(other, PosixFileAttributes.class).group();
            Files.getFileAttributeView(path, PosixFileAttributeView.class).setGroup(group);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts it in the target's place. */
    void moveTo(Path target) throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot replace it in one step", e);
        }
        moved = true;
    }

    /** Leaves nothing behind unless it has taken its target's place. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!moved) {
            Files.deleteIfExists(path);
        }
    }
}
