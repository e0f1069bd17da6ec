package com.example.locker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Revision;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.spi.StoreConfig;

/**
 * A folder with a sealed file for each account, as on a share of the company. Two settings name it and the key:
 * {@code folder} and {@code key_file}.
 */
final class Locker {

    /** What a locker does while no other program changes it. */
    interface Turn<T> {
        T take() throws IOException, LockerException;
    }

    /** A key as it lies in the locker. */
    record Item(String text, Revision revision) {
        @Override
        public String toString() {
            return "Item[***]";
        }
    }

    /** A file lock is for a process; its threads take turns by this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;
    private final Seal seal;

    private Locker(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    static Locker open(Environment environment, StoreConfig section) throws LockerException {
        Path folder = path(environment, section, "folder");
        Path keyFile = path(environment, section, "key_file");
        if (!Files.isDirectory(folder)) {
            throw new LockerException(name(folder) + " is not there.", "Mount the share, then try again.");
        }
        try {
            byte[] key = Files.readAllBytes(keyFile);
            if (key.length == Seal.KEY_BYTES) {
                return new Locker(folder, new Seal(key));
            }
        } catch (IOException e) {
            // the same complaint as for a file of the wrong length
        }
        throw new LockerException(name(keyFile) + " holds no key of the locker.", "Ask the help desk for a new one.");
    }

    private static Path path(Environment environment, StoreConfig section, String setting) throws LockerException {
        String value = section.settings().getOrDefault(setting, "");
        if (!value.startsWith("/")) {
            throw new LockerException(
                    "The locker has no '" + setting + "'.",
                    "Write its absolute path into [store.locker] of auth.ini.");
        }
        return environment.workingDirectory().resolve(value);
    }

    private static String name(Path path) {
        return TerminalSafe.whole(path.toString());
    }

    /** The account in words: both names of the public cloud are one server. */
    private static String purpose(Account account) {
        Host host = account.host().isPublicCloud() ? Host.PUBLIC_CLOUD : account.host();
        return host.url() + " " + account.profile();
    }

    private Path file(Account account) {
        return folder.resolve(digest(purpose(account).getBytes(StandardCharsets.UTF_8)) + ".sealed");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Location location(Account account) {
        return new Location.File(file(account));
    }

    Optional<Item> read(Account account) throws IOException, LockerException {
        try {
            byte[] sealed = Files.readAllBytes(file(account));
            return Optional.of(new Item(seal.open(sealed, purpose(account)), Revision.of(digest(sealed))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(Account account, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, "new", ".sealed"); // for its owner only
        try {
            Files.write(fresh, seal.close(text, purpose(account)));
            Files.move(fresh, file(account), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    void delete(Account account) throws IOException {
        Files.deleteIfExists(file(account));
    }

    /** Looks and changes while no other thread and no other program does. */
    <T> T inTurn(Deadline deadline, Turn<T> turn) throws IOException, LockerException, InterruptedException {
        if (!THREADS.tryLock(nanosUntil(deadline), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
        try (FileChannel file = FileChannel.open(
                        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(file, deadline)) {
            return turn.take();
        } finally {
            THREADS.unlock();
        }
    }

    private static FileLock lock(FileChannel file, Deadline deadline)
            throws IOException, LockerException, InterruptedException {
        while (!deadline.hasPassed(System.nanoTime())) {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
            Thread.sleep(10);
        }
        throw busy();
    }

    private static long nanosUntil(Deadline deadline) {
        return deadline.remaining(System.nanoTime()).toNanos();
    }

    private static LockerException busy() {
        return new LockerException("Another program is using the locker.", "Try again.");
    }
}
