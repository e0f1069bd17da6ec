package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A program that holds a key and is made to crash, to tell about itself or to open itself to a debugger. */
class SecretsIT {

    private static final String KEY = "secret".repeat(7);

    /** The number of the system call and its first argument. */
    private static final String READ_OF_STANDARD_INPUT =
            (System.getProperty("os.arch").equals("aarch64") ? 63 : 0) + " 0x0 ";

    @TempDir
    Path folder;

    private Machine machine;
    private Process login;

    /** It has read the key from standard input and waits for the end of the line. */
    @BeforeEach
    void aLoginHoldsAKey() throws Exception {
        machine = new Machine(folder);
        login = machine.prepared(
                        Map.of(), "sh", "-c", "ulimit -c unlimited; exec " + Machine.LAUNCHER + " login --key-stdin")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        OutputStream in = login.getOutputStream();
        in.write(KEY.getBytes(StandardCharsets.UTF_8));
        in.flush();
        Machine.await(() -> {
            assertTrue(login.isAlive(), said());
            return isWaitingForInput();
        });
    }

    @AfterEach
    void nothingStays() {
        login.destroyForcibly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEGV", "ABRT", "BUS", "ILL", "FPE"})
    void aCrashLeavesNoDump(String signal) throws Exception {
        signal(signal);
        assertNotEquals(0, Machine.exitCode(login));
        assertNothingTold();
    }

    @Test
    void aRequestForTheThreadsTellsNoSecret() throws Exception {
        signal("QUIT");
        Machine.await(() -> said().contains("main") || !login.isAlive());
        assertNothingTold();
    }

    /** Takes the ten seconds for which jcmd waits. */
    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"GC.heap_dump", "Thread.print", "VM.system_properties"})
    void nobodyAttaches(String command) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Run run = machine.run(Map.of(), jcmd.toString(), Long.toString(login.pid()), command, folder + "/dump");
        assertNotEquals(0, run.exitCode(), run.toString());
        assertFalse(Files.exists(folder.resolve("dump")));
        assertTrue(login.isAlive());
    }

    private void signal(String name) throws Exception {
        machine.run(Map.of(), "kill", "-" + name, Long.toString(login.pid())).ends(0);
    }

    private void assertNothingTold() throws IOException {
        assertFalse(said().contains("secret"), said());
        for (Path where : List.of(machine.workingDirectory(), machine.home())) {
            try (var files = Files.walk(where)) {
                assertEquals(
                        List.of(),
                        files.filter(Files::isRegularFile)
                                .filter(file -> !file.startsWith(machine.home().resolve(".config")))
                                .toList());
            }
        }
    }

    private String said() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("said")), StandardCharsets.UTF_8);
    }

    /** Its main thread stands in the system call {@code read} on descriptor 0. */
    private boolean isWaitingForInput() throws IOException {
        try (var threads = Files.list(Path.of("/proc/" + login.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("syscall")).startsWith(READ_OF_STANDARD_INPUT)) {
                    return true;
                }
            }
        } catch (NoSuchFileException e) {
            return false; // a thread that has just ended
        }
        return false;
    }
}
