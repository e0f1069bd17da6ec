package wandb.auth.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.RootsWay;

/**
 * Keeps our programs from editing files at the same time: one lock for all files, an {@code fcntl} lock that ends with
 * its process, on a file that stays. Who waits gives up after ten seconds in which nobody else got the lock.
 *
 * <p>Where none can be had (a folder that cannot be made or written, a file system without locks), edits go on without
 * it: a file that another program wrote in the meantime is noticed by its content.
 */
public final class EditLock {

    /** The name of the file. */
    static final String NAME = "auth.lock";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Threads of one process give the lock up soon: they wait for nothing while they have it. */
    private static final Duration HANG_GUARD = Duration.ofMinutes(1);

    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /**
     * Closing any descriptor of a file ends all {@code fcntl} locks that the process has on it, so there is one at a
     * time.
     */
    private static final ReentrantLock PROCESS = new ReentrantLock();

    /** The outermost hold of the thread that has {@link #PROCESS}; only that thread reads or writes it. */
    private static Optional<Held> outermost = Optional.empty();

    private final Optional<Path> folder;
    private final Duration patience;
    private final Time time;

    private EditLock(Optional<Path> folder, Duration patience, Time time) {
        this.folder = folder;
        this.patience = patience;
        this.time = time;
    }

    /** The lock whose file is in this folder, which is made if there is none, and its parent too. */
    public static EditLock in(Path folder) {
        return in(Optional.of(folder));
    }

    /** The same where there may be no folder for it: then edits go on without. */
    public static EditLock in(Optional<Path> folder) {
        return folder.isPresent() ? in(folder.get(), PATIENCE, Time.OF_THE_MACHINE) : none();
    }

    /** The same for those who wait as long as this, by this clock. */
    static EditLock in(Path folder, Duration patience, Time time) {
        return new EditLock(Optional.of(folder.toAbsolutePath()), patience, time);
    }

    /** No lock between processes, for those who have no folder for one. */
    public static EditLock none() {
        return none(Time.OF_THE_MACHINE);
    }

    static EditLock none(Time time) {
        return new EditLock(Optional.empty(), PATIENCE, time);
    }

    /**
     * Waits for the lock and does the work while it is held: no other program of ours edits any file in between, and edits
     * that are part of the work do not wait again.
     *
     * @throws FileException if another program keeps it
     */
    public <T> T during(Supplier<T> work) throws FileException {
        try (Held held = hold()) {
            held.finishUndo(Optional.empty());
            return work.get();
        }
    }

    /**
     * Waits for the lock; a thread that holds one already shares it.
     *
     * @throws FileException if another program keeps it
     */
    public Held hold() throws FileException {
        if (!isFreeHere()) {
            throw isKept(folder.orElse(Path.of(NAME)));
        }
        boolean isHeld = false;
        try {
            boolean isOutermost = PROCESS.getHoldCount() == 1;
            Held held = isOutermost
                    ? holdFile()
                    : outermost.isPresent() ? outermost.get().shared() : without();
            if (isOutermost) {
                outermost = Optional.of(held);
            }
            isHeld = true;
            return held;
        } finally {
            if (!isHeld) {
                PROCESS.unlock();
            }
        }
    }

    private Held without() {
        return new Held(Optional.empty(), Optional.empty(), Optional.empty(), time);
    }

    private boolean isFreeHere() {
        try {
            return PROCESS.tryLock(HANG_GUARD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Held holdFile() throws FileException {
        Held held = folder.isPresent() ? opened(folder.get()) : without();
        if (held.channel.isEmpty()) {
            return held;
        }
        FileChannel channel = held.channel.get();
        boolean isLocked = false;
        try {
            waitFor(channel, folder.get().resolve(NAME));
            isLocked = true;
            return held;
        } catch (IOException e) {
            return without(); // the file system knows no locks
        } finally {
            if (!isLocked) {
                closeQuietly(channel);
            }
        }
    }

    /** Open and not locked yet. */
    private Held opened(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            boolean isThere = Files.exists(folder) || Folder.isMadeAtMostWithParent(folder);
            if (!isThere || Files.isSymbolicLink(file)) {
                return without();
            }
            try (Target target = Target.of(file)) {
                Optional<FileChannel> channel = openFile(target.file());
                return channel.isPresent() ? new Held(Optional.of(folder), channel, target.way(), time) : without();
            }
        } catch (IOException | FileException e) {
            return without();
        }
    }

    private Optional<FileChannel> openFile(Path file) throws IOException, FileException {
        Optional<FileStatus> status = FileStatus.ofEntry(file);
        if (status.isPresent() && !status.get().attributes().isRegularFile()) {
            return Optional.empty(); // opening a pipe would wait
        }
        return Optional.of(status.isPresent() ? OpenFiles.write(file, time) : make(file));
    }

    private FileChannel make(Path file) throws IOException, FileException {
        try {
            FileChannel made = FileChannel.open(file, NEW_FILE, FileStatus.privateFile(file));
            OpenFiles.giveToOwner(file, made);
            return made;
        } catch (FileAlreadyExistsException e) {
            return OpenFiles.write(file, time); // another run was faster
        }
    }

    private void waitFor(FileChannel channel, Path file) throws IOException, FileException {
        if (!isLocked(channel)) {
            FileTime turn = Files.getLastModifiedTime(file);
            while (!isLockedWithinPatience(channel)) {
                FileTime latest = Files.getLastModifiedTime(file);
                if (latest.equals(turn)) {
                    throw isKept(file);
                }
                turn = latest;
            }
        }
        // The time of this write tells those who wait that the lock went from one to the next.
        try {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
        } catch (IOException e) {
            return; // a full disk: they wait less long
        }
    }

    private boolean isLockedWithinPatience(FileChannel channel) throws IOException {
        long end = time.nanoTime() + patience.toNanos();
        while (time.pause(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS))) {
            if (isLocked(channel)) {
                return true;
            }
            if (time.nanoTime() - end > 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by code of another class loader
        }
    }

    private FileException isKept(Path file) {
        return new FileException(Kind.LOCKED, file, Messages.lockedFor(patience.toSeconds()));
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return; // the descriptor is gone all the same, and the lock with it
        }
    }

    /** The lock while it is held; closing it ends that. */
    public static final class Held implements AutoCloseable {

        private final Optional<Path> folder;
        private final Optional<FileChannel> channel;
        private final Optional<RootsWay> way;
        private final Time time;

        private Held(Optional<Path> folder, Optional<FileChannel> channel, Optional<RootsWay> way, Time time) {
            this.folder = folder;
            this.channel = channel;
            this.way = way;
            this.time = time;
        }

        /** The same lock for an edit within, which does not end it. */
        private Held shared() {
            return new Held(folder, Optional.empty(), way, time);
        }

        /** Where the lock's file is; empty if no other process is kept out. */
        Optional<Path> folder() {
            return folder;
        }

        /** The way to the lock's file, if this process is root's. */
        Optional<RootsWay> way() {
            return way;
        }

        /** Ends what a run with this lock was killed in, before this file is edited: {@link UndoJournal#finish}. */
        void finishUndo(Optional<Path> about) throws FileException {
            if (folder.isPresent()
                    && Files.isRegularFile(folder.get().resolve(UndoJournal.NAME), LinkOption.NOFOLLOW_LINKS)) {
                UndoJournal.finish(folder.get(), about);
            }
        }

        /** By which clock an edit under this lock waits. */
        Time time() {
            return time;
        }

        @Override
        public void close() {
            if (channel.isPresent()) {
                closeQuietly(channel.get());
            }
            PROCESS.unlock();
        }
    }
}
