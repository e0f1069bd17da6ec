package wandb.auth.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

/**
 * What stands at the target while it is being replaced. It is opened once and kept open: what was read is compared through the
 * same descriptor before the new file takes its name, and what another program writes into it at the last moment can still
 * be read after.
 */
final class ReplacedFile implements AutoCloseable {

    /** How long a file must have been left alone before it is read. */
    private static final long REST_MILLIS = 20;

    /** The same for an empty file, whose writer may be waiting for its turn on a busy machine. */
    private static final long REST_MILLIS_IF_EMPTY = 500;

    private static final long LONGEST_MILLIS = 10_000;

    private static final int MOST_PAUSES = 25;
    private static final int PAUSE_MILLIS = 20;

    private final Path target;
    private final Optional<FileContent> content;
    private final Optional<FileChannel> channel;
    private final Time time;

    private ReplacedFile(Path target, Optional<FileContent> content, Optional<FileChannel> channel, Time time) {
        this.target = target;
        this.content = content;
        this.channel = channel;
        this.time = time;
    }

    /**
     * Opens and reads a file that is no link, if it is there, when nobody seems to be in the middle of writing it. The SDK and
     * many editors empty a file and then fill it: what is read in between looks like all there is.
     */
    static ReplacedFile openAtRest(Path target, Time time) throws FileException {
        long end = time.nanoTime() + LONGEST_MILLIS * 1_000_000;
        while (true) {
            ReplacedFile file = open(target, time);
            long rest = file.millisToRest();
            if (rest <= 0) {
                return file;
            }
            file.close();
            if (time.nanoTime() - end > 0 || !time.pause(rest)) {
                throw new FileException(Kind.BUSY, target, Messages.KEEPS_CHANGING);
            }
        }
    }

    /** A time in the future is that of another clock and tells nothing. */
    private long millisToRest() {
        if (content.isEmpty()) {
            return 0;
        }
        long age = time.currentTimeMillis()
                - content.get().status().attributes().lastModifiedTime().toMillis();
        return age < 0 ? 0 : (content.get().bytes().length == 0 ? REST_MILLIS_IF_EMPTY : REST_MILLIS) - age;
    }

    /** The same at once. */
    static ReplacedFile open(Path target, Time time) throws FileException {
        Optional<FileStatus> status = FileStatus.ofFileToRead(target);
        if (status.isEmpty()) {
            return new ReplacedFile(target, Optional.empty(), Optional.empty(), time);
        }
        try {
            FileChannel channel = OpenFiles.read(target, time);
            boolean isRead = false;
            try {
                FileContent content = new FileContent(bytes(channel), status.get());
                FileContent.checkSize(target, content.bytes());
                isRead = true;
                return new ReplacedFile(target, Optional.of(content), Optional.of(channel), time);
            } finally {
                if (!isRead) {
                    channel.close();
                }
            }
        } catch (NoSuchFileException e) {
            return new ReplacedFile(target, Optional.empty(), Optional.empty(), time);
        } catch (IOException e) {
            throw FileException.reading(target, e);
        }
    }

    /** What it held when it was opened; empty if it was absent. */
    Optional<FileContent> content() {
        return content;
    }

    /** Whether it is as it was read; the last thing that this looks at is whether the same file stands there still. */
    boolean isUnchanged() throws IOException, FileException {
        if (content.isEmpty()) {
            return FileStatus.of(target, LinkOption.NOFOLLOW_LINKS).isEmpty();
        }
        if (!content.get().holds(bytes(channel.orElseThrow()))) {
            return false;
        }
        Optional<FileStatus> now = FileStatus.of(target, LinkOption.NOFOLLOW_LINKS);
        return now.isPresent() && now.get().isSameAs(content.get().status());
    }

    /** Whether the other one was the same when it was read. */
    boolean isSameAs(ReplacedFile other) {
        if (content.isEmpty() || other.content.isEmpty()) {
            return content.isEmpty() && other.content.isEmpty();
        }
        return content.get().holds(other.content.get().bytes())
                && content.get().status().isSameAs(other.content.get().status());
    }

    /**
     * What another program wrote into it since, once it has written it all. Emptied and not filled within half a second
     * does not count: everybody's entries would be lost.
     */
    Optional<byte[]> late() {
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] now = bytes(channel.orElseThrow());
            if (content.get().holds(now)) {
                return Optional.empty();
            }
            for (int i = 0; i < MOST_PAUSES && time.pause(PAUSE_MILLIS); i++) {
                byte[] before = now;
                now = bytes(channel.orElseThrow());
                if (now.length > 0 && Arrays.equals(before, now)) {
                    break;
                }
            }
            return now.length == 0 ? Optional.empty() : Optional.of(now);
        } catch (IOException e) {
            return Optional.empty(); // the new file stands already
        }
    }

    /** All bytes, but of a file that is too large only one more than allowed. */
    private static byte[] bytes(FileChannel open) throws IOException {
        if (open.size() == 0) {
            return new byte[0]; // reading some that the kernel makes up, as /proc/kmsg, would wait
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(open.size() + 1, SharedFile.MAX_BYTES + 1));
        int read = 0;
        while (buffer.position() < buffer.capacity() && read >= 0) {
            buffer.limit(Math.min(buffer.position() + TemporaryFile.MOST_AT_ONCE, buffer.capacity()));
            read = open.read(buffer, buffer.position());
        }
        boolean hasGrown = read >= 0 && buffer.capacity() <= SharedFile.MAX_BYTES;
        return hasGrown ? bytes(open) : Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            return; // nothing was written through it
        }
    }
}
