package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;

/** A program that has the file open when it is replaced, and writes into it then. */
class LateWriterIT {

    private static final String LATE = "machine late.example.com login me password late\n";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIntoTheReplacedFileIsMerged() throws Exception {
        Rehearsed login = Rehearsed.of(Scene.NETRC, folder);
        Machine machine = Scene.NETRC.machine(folder);
        Path netrc = machine.home().resolve(".netrc");
        Object before = Files.getAttribute(netrc, "unix:ino");
        String old = Files.readString(netrc);
        try (OutputStream open = Files.newOutputStream(netrc, StandardOpenOption.APPEND)) {
            Strace strace = new Strace(machine, Scene.NETRC.arguments());
            Process process = strace.stopped(firstSyncAfterTheRename(login.calls()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            long stopped = strace.awaitStop(process);
            assertNotEquals(before, Files.getAttribute(netrc, "unix:ino"), "it is not replaced yet");
            open.write(LATE.getBytes(StandardCharsets.US_ASCII));
            open.flush();
            machine.run(Map.of(), "kill", "-CONT", Long.toString(stopped)).ends(0);
            assertEquals(0, Machine.exitCode(process), Files.readString(folder.resolve("said")));
        }
        String now = Files.readString(netrc);
        assertTrue(now.startsWith(old.substring(0, old.indexOf("machine api.wandb.ai"))), now);
        assertTrue(now.contains(LATE) && now.contains(Scene.KEY), now);
    }

    private static SystemCall firstSyncAfterTheRename(List<SystemCall> calls) {
        boolean renamed = false;
        for (SystemCall call : calls) {
            renamed |= call.isRenaming();
            if (renamed && call.name().equals("fsync")) {
                return call;
            }
        }
        throw new AssertionError("no directory is brought to the disk");
    }
}
