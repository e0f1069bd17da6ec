package wandb.auth.config;

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

/**
 * The file that events are added to. The right to write it is enough, so that it can be one that only grows and that
 * nobody but its owner can read.
 */
final class AuditFile {

    private static final Set<OpenOption> AT_ITS_END =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    private static final int PAUSE_MILLIS = 10;

    private final Path path;
    private final int lockAttempts;

    /** With so many attempts to lock it, {@value #PAUSE_MILLIS} ms apart. */
    AuditFile(Path path, int lockAttempts) {
        this.path = path;
        this.lockAttempts = lockAttempts;
    }

    /** What would keep a line from being added, as far as can be told without adding one. */
    Optional<Reason> obstacle() {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return obstacleOfFolder();
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return problem("is a link, a directory, a pipe or a device, or cannot be reached", "Put a file there.");
        }
        return Files.isWritable(path)
                ? Optional.empty()
                : problem("may not be written", "Give everybody who uses it the right to write it.");
    }

    private Optional<Reason> obstacleOfFolder() {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return problem("is in a folder that does not exist", "Make the folder.");
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : problem("does not exist and may not be made", "Make it, with the right to write it.");
    }

    /** Adds the line: where that fails in its middle, what was written of it is taken back. */
    Optional<Reason> add(byte[] line) {
        Optional<Reason> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle;
        }
        try (FileChannel channel = FileChannel.open(path, AT_ITS_END, attributes())) {
            addWhole(channel, line);
            channel.force(false);
            return Optional.empty();
        } catch (IOException e) {
            return problem("cannot be written: " + words(e), "Mend that and try again.");
        }
    }

    private void addWhole(FileChannel channel, byte[] line) throws IOException {
        try (FileLock lock = lock(channel)) {
            addWhole(lock, line);
        }
    }

    private static void addWhole(FileLock lock, byte[] line) throws IOException {
        FileChannel channel = lock.channel();
        long before = channel.size();
        ByteBuffer rest = ByteBuffer.wrap(line);
        try {
            // One call writes it all; it is cut short only where the disk or a quota is full, and the next call says
            // so.
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            takeBack(channel, before, e);
            throw e;
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

    /** Another process has it for as long as it takes to write one line. */
    private FileLock lock(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < lockAttempts; attempt++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                pause();
            } catch (OverlappingFileLockException e) {
                pause(); // another thread of this process has it
            }
        }
        throw new IOException("another program keeps it locked");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
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
