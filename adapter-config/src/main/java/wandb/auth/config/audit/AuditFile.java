package wandb.auth.config.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;

/**
 * The file that events are added to. The right to write it is enough, so that it can be one that only grows and that
 * nobody but its owner can read.
 */
final class AuditFile {

    private static final int PAUSE_MILLIS = 10;

    /** At a last line without an end, {@value #PAUSE_MILLIS} ms apart, before it counts as cut short. */
    private static final int LOOKS = 10;

    private final Path path;
    private final int lockAttempts;

    /** Where the line that was added last begins and ends; the same where it could not be told from those of others. */
    private long start;

    private long end;

    /** With so many attempts to lock it, {@value #PAUSE_MILLIS} ms apart. */
    AuditFile(Path path, int lockAttempts) {
        this.path = path;
        this.lockAttempts = lockAttempts;
    }

    /** What would keep a line from being added, as far as can be told without adding one. */
    Optional<Reason> obstacle() {
        try (ReachedFile file = ReachedFile.at(path)) {
            return obstacle(file);
        } catch (RefusedFileException e) {
            return Optional.of(e.reason());
        } catch (IOException e) {
            return unwritable(e);
        }
    }

    private static Optional<Reason> obstacle(ReachedFile file) {
        if (file.isMissing()) {
            return obstacleOfFolder(file.path().getParent());
        }
        if (!file.isRegular()) {
            return Optional.of(Messages.trailIsNoFile());
        }
        if (!Files.isWritable(file.path())) {
            return Optional.of(Messages.trailReadOnly());
        }
        return holdsSomethingElse(file) ? Optional.of(Messages.noTrail()) : Optional.empty();
    }

    /** As far as it can be read: each line of a trail is a JSON object. */
    private static boolean holdsSomethingElse(ReachedFile file) {
        int first = byteAt(file, 0);
        return first >= 0 && first != '{' && first != '\n';
    }

    /** The byte at this place, from the end where it is negative; -1 if there is none, or it may not be read. */
    private static int byteAt(ReachedFile file, long place) {
        try (FileChannel channel = file.open(StandardOpenOption.READ)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long from = place < 0 ? channel.size() + place : place;
            boolean isThere = from >= 0 && from < channel.size(); // a file of the kernel, of no size, may wait for ever
            return isThere && channel.read(one, from) == 1 ? one.get(0) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static Optional<Reason> obstacleOfFolder(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of(Messages.trailFolderMissing());
        }
        return Files.isWritable(folder) ? Optional.empty() : Optional.of(Messages.trailCannotBeMade());
    }

    /** Adds the line, on a line of its own: where that fails in its middle, what was written of it is taken back. */
    Optional<Reason> add(byte[] line) {
        for (int attempt = 1; ; attempt++) {
            try (ReachedFile file = ReachedFile.at(path)) {
                Optional<Reason> obstacle = obstacle(file);
                return obstacle.isPresent() ? obstacle : add(file, line);
            } catch (FileAlreadyExistsException e) {
                if (attempt == LOOKS) { // another run has made it meanwhile, but not so often
                    return unwritable(e);
                }
            } catch (RefusedFileException e) {
                return Optional.of(e.reason());
            } catch (IOException e) {
                return unwritable(e);
            }
        }
    }

    private Optional<Reason> add(ReachedFile file, byte[] line) throws IOException {
        byte[] whole = isCutShort(file) ? onANewLine(line) : line;
        try (FileChannel channel = file.openAtItsEnd()) {
            try (Hold hold = lock(channel)) {
                addWhole(channel, whole, hold.isHeld());
            }
            channel.force(false);
        }
        return Optional.empty();
    }

    /** Whether the last line has no end, and none comes: for a moment a line that is being written looks so too. */
    private static boolean isCutShort(ReachedFile file) throws IOException {
        for (int attempt = 0; attempt < LOOKS; attempt++) {
            int last = byteAt(file, -1);
            if (last < 0 || last == '\n') {
                return false;
            }
            pause();
        }
        return true;
    }

    private static byte[] onANewLine(byte[] line) {
        byte[] after = new byte[line.length + 1];
        after[0] = '\n';
        System.arraycopy(line, 0, after, 1, line.length);
        return after;
    }

    private void addWhole(FileChannel channel, byte[] line, boolean isAlone) throws IOException {
        long before = channel.size();
        ByteBuffer rest = ByteBuffer.wrap(line);
        try {
            // One call writes it all; it is cut short only where the disk or a quota is full, and the next call says
            // so.
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            start = before;
            end = isAlone ? before + line.length : before;
        } catch (IOException e) {
            if (isAlone) {
                takeBack(channel, before, e);
            }
            throw e;
        }
    }

    /** Takes the line that was added last out again; false if that cannot be done, or another was added since. */
    boolean takeBack() {
        if (start == end) {
            return false;
        }
        try (ReachedFile file = ReachedFile.at(path);
                FileChannel channel = file.open(StandardOpenOption.WRITE);
                Hold hold = lock(channel)) {
            if (!hold.isHeld() || channel.size() != end) {
                return false;
            }
            channel.truncate(start);
            return true;
        } catch (RefusedFileException | IOException e) {
            return false;
        }
    }

    /** A file that only grows keeps the part; the event counts as not recorded all the same. */
    private static void takeBack(FileChannel channel, long size, IOException cause) {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Another process has it for as long as it takes to write one line. One that keeps it keeps nobody from writing: the lock
     * is only for taking back a line that was cut short, and a line that is added by one call does not mix with others.
     */
    private Hold lock(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < lockAttempts; attempt++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new Hold(Optional.of(lock));
                }
                pause();
            } catch (OverlappingFileLockException e) {
                pause(); // another thread of this process has it
            }
        }
        return new Hold(Optional.empty());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.INTERRUPTED, e);
        }
    }

    /** The lock, if it could be had. */
    private record Hold(Optional<FileLock> lock) implements AutoCloseable {

        boolean isHeld() {
            return lock.isPresent();
        }

        @Override
        public void close() throws IOException {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    private static Optional<Reason> unwritable(IOException problem) {
        return Optional.of(Messages.trailNotWritten(words(problem)));
    }

    private static String words(IOException problem) {
        String said = problem instanceof FileSystemException failure ? failure.getReason() : problem.getMessage();
        return TerminalSafe.of(said == null || said.isEmpty() ? Messages.PERMISSION_DENIED : said);
    }
}
