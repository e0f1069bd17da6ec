package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.files.FileProblem.Kind;

@DisabledOnOs(OS.WINDOWS)
class EditLockTest {

    private static final Duration SHORT = Duration.ofMillis(300);

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
        EditLock lock = EditLock.in(folder, SHORT);
        try (EditLock.Held held = lock.hold()) {
            assertEquals(Optional.of(folder), held.folder());
            assertEquals("LOCKED", other(folder));
        }
        assertEquals("held", other(folder));
    }

    @Test
    void theMessageNamesTheFileAndSaysWhatToDo() throws Exception {
        Process holder = start(folder, "60000");
        try {
            holder.getInputStream().read();
            FileProblem problem = assertThrows(
                    FileProblem.class, () -> EditLock.in(folder, SHORT).hold());
            assertEquals(Kind.LOCKED, problem.kind());
            assertEquals(folder.resolve("auth.lock"), problem.path());
            assertTrue(problem.kind().remedy().contains("fuser"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        EditLock.in(folder, SHORT).hold().close(); // the lock ended with its process
    }

    @Test
    void anEditWithinAnEditDoesNotWaitForItself() throws Exception {
        EditLock lock = EditLock.in(folder, SHORT);
        try (EditLock.Held outer = lock.hold()) {
            lock.hold().close();
            assertEquals("LOCKED", other(folder));
            assertEquals(Optional.of(folder), outer.folder());
        }
    }

    @Test
    void threadsOfOneProcessTakeTurns() throws Exception {
        Path file = folder.resolve("file");
        EditLock lock = EditLock.in(folder);
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

    private void assertIsWithoutLock() throws FileProblem {
        try (EditLock.Held held = EditLock.in(folder).hold()) {
            assertEquals(Optional.empty(), held.folder());
        }
    }

    private static String other(Path folder) throws Exception {
        Process process = start(folder, "0");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, process.waitFor());
        return said.strip();
    }

    private static Process start(Path folder, String millis) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "classes") + ":" + Path.of("target", "test-classes"),
                        Holder.class.getName(),
                        folder.toString(),
                        millis)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Another process: holds the lock for some milliseconds, and tells how that went. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws InterruptedException {
            try (EditLock.Held held = EditLock.in(Path.of(args[0]), SHORT).hold()) {
                System.out.println(held.folder().isPresent() ? "held" : "none");
                Thread.sleep(Long.parseLong(args[1]));
            } catch (FileProblem e) {
                System.out.println(e.kind());
            }
        }
    }
}
