package wandb.auth.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands at the target while it is being replaced. It is kept open, so that what another program writes into it at
 * the last moment can still be read when the new file has its name.
 */
final class OldFile implements AutoCloseable {

    private static final int MOST_PAUSES = 25;
    private static final int PAUSE_MILLIS = 20;

    private final Path target;
    private final Optional<FileContent> expected;
    private final Optional<FileChannel> channel;
    private final Time time;

    private OldFile(Path target, Optional<FileContent> expected, Optional<FileChannel> channel, Time time) {
        this.target = target;
        this.expected = expected;
        this.channel = channel;
        this.time = time;
    }

    static OldFile open(Path target, Optional<FileContent> expected, Time time) throws IOException {
        return new OldFile(
                target,
                expected,
                expected.isPresent()
                        ? Optional.of(FileChannel.open(target, StandardOpenOption.READ))
                        : Optional.empty(),
                time);
    }

    /** Whether it is as it was read; the last thing that this looks at is whether the same file stands there still. */
    boolean isUnchanged() throws IOException, FileProblem {
        if (expected.isEmpty()) {
            return FileStatus.of(target, LinkOption.NOFOLLOW_LINKS).isEmpty();
        }
        if (!expected.get().holds(bytes())) {
            return false;
        }
        Optional<FileStatus> now = FileStatus.of(target, LinkOption.NOFOLLOW_LINKS);
        return now.isPresent() && now.get().isSameAs(expected.get().status());
    }

    /**
     * What another program wrote into it since, once it has written it all. Emptied and not filled within half a second
     * does not count: everybody's entries would be lost.
     */
    Optional<byte[]> late() {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] now = bytes();
            if (expected.get().holds(now)) {
                return Optional.empty();
            }
            for (int i = 0; i < MOST_PAUSES && time.pause(PAUSE_MILLIS); i++) {
                byte[] before = now;
                now = bytes();
                if (now.length > 0 && Arrays.equals(before, now)) {
                    break;
                }
            }
            return now.length == 0 ? Optional.empty() : Optional.of(now);
        } catch (IOException e) {
            return Optional.empty(); // the new file stands already
        }
    }

    private byte[] bytes() throws IOException {
        FileChannel open = channel.orElseThrow();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(open.size() + 1, SharedFile.MAX_BYTES + 1));
        int read = 0;
        while (buffer.position() < buffer.capacity() && read >= 0) {
            buffer.limit(Math.min(buffer.position() + TemporaryFile.MOST_AT_ONCE, buffer.capacity()));
            read = open.read(buffer, buffer.position());
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
