package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;

@DisabledOnOs(OS.WINDOWS)
class EditLockTest {

    /** For one whose lock another process has for as long as the test says. */
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    private Path folder;

    @Test
    void itsFileAndFolderArePrivateAndStay() throws Exception {
        Path config = folder.resolve(".config/wandb");
        EditLock.in(config).hold().close();
        assertEquals("rwx------", permissions(config));
        assertEquals("rw-------", permissions(config.resolve("auth.lock")));
    }

    @Test
    void aHomeIsNotMadeForIt() throws Exception {
        try (EditLock.Held held =
                EditLock.in(folder.resolve("home/.config/wandb")).hold()) {
            assertEquals(Optional.empty(), held.folder());
        }
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void anotherProcessIsKeptOutAndTold() throws Exception {
        EditLock lock = EditLock.in(folder, AT_ONCE, Time.OF_THE_MACHINE);
        try (EditLock.Held held = lock.hold()) {
            assertEquals(Optional.of(folder), held.folder());
            assertEquals("LOCKED", other(folder));
        }
        assertEquals("held", other(folder));
    }

    @Test
    void theMessageNamesTheFileAndSaysWhatToDo() throws Exception {
        Process holder = holder();
        try {
            FileException problem = assertThrows(
                    FileException.class,
                    () -> EditLock.in(folder, AT_ONCE, Time.OF_THE_MACHINE).hold());
            assertEquals(Kind.LOCKED, problem.kind());
            assertEquals(folder.resolve("auth.lock"), problem.path());
            assertTrue(problem.remedy().contains("fuser"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        EditLock.in(folder, AT_ONCE, Time.OF_THE_MACHINE).hold().close(); // the lock ended with its process
    }

    @Test
    void whoWaitsGivesUpWhereNobodyElseGetsTheLock() throws Exception {
        ScriptedTime time = new ScriptedTime(() -> {}, Duration.ofSeconds(1));
        assertKept(time);
        assertEquals(11, time.pauses());
    }

    /** Whoever gets the lock writes its file. Others get it for the first 100 seconds. */
    @Test
    void whoWaitsInALineThatMovesGoesOnWaiting() throws Exception {
        Path file = folder.resolve("auth.lock");
        AtomicInteger turn = new AtomicInteger();
        ScriptedTime time = new ScriptedTime(
                () -> {
                    if (turn.incrementAndGet() <= 100) {
                        Files.setLastModifiedTime(file, FileTime.from(turn.get(), TimeUnit.HOURS));
                    }
                },
                Duration.ofSeconds(1));
        assertKept(time);
        assertEquals(11 * 11, time.pauses());
    }

    private void assertKept(Time time) throws Exception {
        Process holder = holder();
        try {
            EditLock lock = EditLock.in(folder, Duration.ofSeconds(10), time);
            FileException problem = assertThrows(FileException.class, lock::hold);
            assertEquals(Messages.lockedFor(10), problem.predicate());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void anEditWithinAnEditDoesNotWaitForItself() throws Exception {
        EditLock lock = EditLock.in(folder, AT_ONCE, Time.OF_THE_MACHINE);
        try (EditLock.Held outer = lock.hold()) {
            try (EditLock.Held inner = lock.hold()) {
                assertEquals(outer.folder(), inner.folder());
            }
            assertEquals("LOCKED", other(folder));
            assertEquals(Optional.of(folder), outer.folder());
        }
    }

    @Test
    void anotherProcessIsKeptOutDuringAllOfTheWork() throws Exception {
        EditLock lock = EditLock.in(folder, AT_ONCE, Time.OF_THE_MACHINE);
        SharedFile file = new SharedFile(folder.resolve("file"));
        String seen = lock.during(() -> {
            try {
                file.edit(lock, present -> Change.to(new byte[] {1}, ""));
                return other(folder);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals("LOCKED", seen);
    }

    @Test
    void threadsOfOneProcessTakeTurns() throws Exception {
        Path file = folder.resolve("file");
        EditLock lock = EditLock.in(folder, Duration.ofHours(1), Time.OF_THE_MACHINE);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> edits = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                edits.add(threads.submit(() -> new SharedFile(file).edit(lock, present -> {
                    String text = present.map(content -> new String(content.bytes(), StandardCharsets.US_ASCII))
                            .orElse("");
                    return Change.to((text + "x").getBytes(StandardCharsets.US_ASCII), "");
                })));
            }
            for (Future<?> edit : edits) {
                edit.get();
            }
        }
        assertEquals("x".repeat(16), Files.readString(file));
    }

    @Test
    void aPipeInItsPlaceHoldsNothingUp() throws Exception {
        Path pipe = folder.resolve("auth.lock");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertIsWithoutLock();
    }

    @Test
    void aLinkInItsPlaceIsNotFollowed() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve("auth.lock"), victim);
        assertIsWithoutLock();
        assertEquals("precious", Files.readString(victim));
    }

    @Test
    void inAFolderThatCannotBeMadeEditsGoOnWithoutIt() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        EditLock lock = EditLock.in(file.resolve("below"));
        try (EditLock.Held held = lock.hold()) {
            assertEquals(Optional.empty(), held.folder());
        }
    }

    private void assertIsWithoutLock() throws FileException {
        try (EditLock.Held held = EditLock.in(folder).hold()) {
            assertEquals(Optional.empty(), held.folder());
        }
    }

    private static String other(Path folder) throws Exception {
        Process process = start(folder);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, process.waitFor());
        return said.strip();
    }

    /** One that has the lock until it is ended. */
    private Process holder() throws IOException {
        Process holder = start(folder);
        assertEquals('h', holder.getInputStream().read());
        return holder;
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes") + ":" + Path.of("target", "test-classes"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Another process: holds the lock until the end of its input, and tells how that went. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (EditLock.Held held =
                    EditLock.in(Path.of(args[0]), AT_ONCE, Time.OF_THE_MACHINE).hold()) {
                System.out.println(held.folder().isPresent() ? "held" : "none");
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (FileException e) {
                System.out.println(e.kind());
            }
        }
    }
}
