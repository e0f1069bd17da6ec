package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Files of unusual sizes. */
class SizesIT {

    private static final int ENTRIES = 100_000;

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    @Test
    void aHundredThousandEntriesAreEditedInAHeapOf192Megabytes() throws Exception {
        String others = entries(ENTRIES);
        machine.write(".netrc", others);
        login("-Xmx192m").ends(0);
        assertEquals(
                others + "machine api.wandb.ai\n  login user\n  password " + Scene.KEY + "\n", machine.read(".netrc"));
    }

    @Test
    void aHeapThatIsTooSmallIsAnErrorAndNoDamage() throws Exception {
        String others = entries(ENTRIES);
        machine.write(".netrc", others);
        Run run = login("-Xmx48m").ends(1);
        assertTrue(run.err().contains("Out of memory") && !run.err().contains("\tat "), run.err());
        assertEquals(others, machine.read(".netrc"));
        try (var files = Files.list(machine.home())) {
            assertFalse(files.anyMatch(file -> Scene.isLitter(file.toString())));
        }
    }

    @Test
    void aFileOfMoreThan24MebibytesIsAnError() throws Exception {
        Path netrc = machine.write(".netrc", "");
        try (RandomAccessFile sparse = new RandomAccessFile(netrc.toFile(), "rw")) {
            sparse.setLength((24L << 20) + 1);
        }
        Run run = machine.wandb("login", Scene.KEY).ends(1);
        assertTrue(run.err().contains("larger than 24 MiB"), run.err());
    }

    @Test
    void aLineOfMegabytesStaysAsItIs() throws Exception {
        String others = "# " + "x".repeat(8 << 20) + "\nmachine github.com login me password gh_token\n";
        machine.write(".netrc", others);
        machine.wandb("login", Scene.KEY).ends(0);
        assertTrue(machine.read(".netrc").startsWith(others));
    }

    private Run login(String heap) throws Exception {
        return machine.run(
                Map.of("LC_ALL", "C.UTF-8"),
                Machine.IMAGE + "/bin/java",
                heap,
                "-m",
                "wandb.auth.cli/wandb.auth.cli.Main",
                "login",
                Scene.KEY);
    }

    private static String entries(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("machine host")
                    .append(i)
                    .append(".example.com\n  login user\n  password ")
                    .append("0123456789abcdef0123456789abcdef01234567\n");
        }
        return text.toString();
    }
}
