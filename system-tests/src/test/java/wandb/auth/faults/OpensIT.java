package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;

/** How often a run opens its files: what is read once is passed on. */
class OpensIT {

    private static final Scene NOTED = new Scene(
            "login with a new key to an account that is noted",
            Map.of(
                    ".netrc",
                    "rw------- machine api.wandb.ai login user password 1111111111111111111111111111111111111111\n",
                    ".config/wandb/auth.ini",
                    "rw------- [account https://api.wandb.ai]\nstore = netrc\n",
                    ".config/wandb/settings",
                    "rw------- [default]\nentity = me\n"),
            List.of("login", Scene.KEY));

    @TempDir
    Path folder;

    @Test
    void aLoginWithNothingToNoteOpensTheConfigurationOnceAndNetrcThreeTimes() throws Exception {
        Machine machine = NOTED.machine(folder);
        Strace.assumeItIsThere(machine);

        List<SystemCall> calls = new Strace(machine, NOTED.arguments()).calls();

        assertEquals(1, opens(calls, "auth.ini"));
        assertEquals(1, opens(calls, "settings"));
        assertEquals(3, opens(calls, ".netrc")); // under the lock, by the copy that keeps its attributes, and read back
    }

    @Test
    void aStatusOpensEachFileOnce() throws IOException, InterruptedException {
        Machine machine = NOTED.machine(folder);
        Strace.assumeItIsThere(machine);

        List<SystemCall> calls = new Strace(machine, List.of("status", "--json")).calls();

        assertEquals(1, opens(calls, "auth.ini"));
        assertEquals(1, opens(calls, "settings"));
        assertEquals(1, opens(calls, ".netrc"));
    }

    private static long opens(List<SystemCall> calls, String file) {
        return calls.stream()
                .filter(call -> call.name().equals("openat") && call.text().contains("/" + file + "\""))
                .count();
    }
}
