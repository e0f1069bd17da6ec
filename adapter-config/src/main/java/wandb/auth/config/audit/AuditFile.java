package wandb.auth.config.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.files.ownership.RootsWay;

/**
 * The file that events are added to. The right to write it is enough, so that it can be one that only grows and that
 * nobody but its owner can read.
 */
final class AuditFile {

    private static final Set<OpenOption> AT_ITS_END =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    private static final int PAUSE_MILLIS = 10;

    /** At a last line without an end, {@value #PAUSE_MILLIS} ms apart, before it counts as cut short. */
    private static final int LOOKS = 10;

    /** What would be broken by a line more. */
    static final Reason HOLDS_SOMETHING_ELSE = new Reason(
            "It contains something other than an audit trail.", "Name another file by audit_file in the policy.");

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
        if (isBeyondReach()) {
            return problem(
                    "leads, by a link that another user could have made, to a place that this user may not write",
                    "Name another file by audit_file in the policy.");
        }
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return obstacleOfFolder();
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return problem("is a link, a directory, a pipe or a device, or cannot be reached", "Put a file there.");
        }
        if (!Files.isWritable(path)) {
            return problem("may not be written", "Give everyone who uses it permission to write it.");
        }
        return holdsSomethingElse() ? Optional.of(HOLDS_SOMETHING_ELSE) : Optional.empty();
    }

    /** Whether another user leads root somewhere by a folder on the way. */
    private boolean isBeyondReach() {
        try {
            return RootsWay.to(path).filter(RootsWay::isBeyondReach).isPresent();
        } catch (IOException e) {
            return false; // opening it says why
        }
    }

    /** As far as it can be read: each line of a trail is a JSON object. */
    private boolean holdsSomethingElse() {
        int first = byteAt(0);
        return first >= 0 && first != '{' && first != '\n';
    }

    /** The byte at this place, from the end where it is negative; -1 if there is none, or it may not be read. */
    private int byteAt(long place) {
        try (FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long from = place < 0 ? channel.size() + place : place;
            boolean isThere = from >= 0 && from < channel.size(); // a file of the kernel, of no size, may wait for ever
            return isThere && channel.read(one, from) == 1 ? one.get(0) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private Optional<Reason> obstacleOfFolder() {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return problem("is in a folder that does not exist", "Make the folder.");
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : problem("does not exist and cannot be created", "Create it, writable by its users.");
    }

    /** Adds the line, on a line of its own: where that fails in its middle, what was written of it is taken back. */
    Optional<Reason> add(byte[] line) {
        Optional<Reason> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle;
        }
        try (FileChannel channel = FileChannel.open(path, AT_ITS_END, attributes())) {
            byte[] whole =
                    isCutShort() ? onANewLine(line) : line; // before the lock, which closing what was read lets go of
            try (Hold hold = lock(channel)) {
                addWhole(channel, whole, hold.isHeld());
            }
            channel.force(false);
            return Optional.empty();
        } catch (IOException e) {
            return problem("cannot be written: " + words(e), "Fix the problem and try again.");
        }
    }

    /** Whether the last line has no end, and none comes: for a moment a line that is being written looks so too. */
    private boolean isCutShort() throws IOException {
        for (int attempt = 0; attempt < LOOKS; attempt++) {
            int last = byteAt(-1);
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
        try (FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
                Hold hold = lock(channel)) {
            if (!hold.isHeld() || channel.size() != end) {
                return false;
            }
            channel.truncate(start);
            return true;
        } catch (IOException e) {
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
            throw new IOException("interrupted", e);
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

    private FileAttribute<?>[] attributes() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<Reason> problem(String predicate, String remedy) {
        return Optional.of(new Reason("It " + predicate + ".", remedy));
    }

    private static String words(IOException problem) {
        String said = problem instanceof FileSystemException failure ? failure.getReason() : problem.getMessage();
        return TerminalSafe.of(said == null || said.isEmpty() ? "permission denied" : said);
    }
}
