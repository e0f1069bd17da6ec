package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Several programs that write one netrc file at the same time. */
class ConcurrencyIT {

    private static final int LOGINS = 64;
    private static final int LOGINS_BESIDE_THE_SDK = 20;
    private static final String OTHERS = """
            # shared with curl and git
            machine github.com login me password gh_token
            machine packages.example.com
            	login __token__
            	password packages-secret
            """;

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void someEntriesAreThere() throws IOException {
        machine = new Machine(folder);
        machine.write(".netrc", OTHERS);
    }

    @Test
    void sixtyFourLoginsAtOnceLeaveSixtyFourEntriesAndWhatWasThere() throws Exception {
        long start = System.nanoTime();
        List<Process> logins = new ArrayList<>();
        for (int i = 0; i < LOGINS; i++) {
            logins.add(start(i));
        }
        for (int i = 0; i < LOGINS; i++) {
            assertEnds(logins.get(i), i);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        String netrc = machine.read(".netrc");
        assertTrue(netrc.startsWith(OTHERS), netrc);
        for (int i = 0; i < LOGINS; i++) {
            assertEquals(1, entries(netrc, i), netrc);
        }
        assertNoLitter();
        System.out.println("faults: " + LOGINS + " logins at once took " + millis + " ms");
    }

    /** The SDK empties the file and writes it anew, without a lock. What it overwrites of ours is counted. */
    @Test
    void loggingInBesideTheSdkLosesNothingOfOthers() throws Exception {
        String sdk = System.getenv("WANDB_TEST_SDK_PINNED");
        assumeTrue(
                sdk != null && Files.isExecutable(Path.of(sdk, "bin", "python")), "WANDB_TEST_SDK_PINNED names no SDK");
        Path running = machine.write("running", "");
        Process writer = machine.prepared(Map.of(), sdk + "/bin/python", "-c", SDK_LOOP, running.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sdk.log").toFile())
                .start();
        try {
            while (!machine.read(".netrc").contains("sdk.example.com") && writer.isAlive()) {
                Thread.sleep(20);
            }
            for (int i = 0; i < LOGINS_BESIDE_THE_SDK; i++) {
                assertEndsBesideAnother(start(i), i);
                String netrc = machine.read(".netrc");
                assertTrue(
                        netrc.isEmpty()
                                || netrc.startsWith(OTHERS.lines().findFirst().orElseThrow()),
                        netrc);
            }
            assertTrue(writer.isAlive(), Files.readString(folder.resolve("sdk.log")));
        } finally {
            Files.delete(running);
            assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
        }
        String netrc = machine.read(".netrc");
        for (String line : OTHERS.lines().toList()) {
            assertTrue(netrc.contains(line.strip()), netrc);
        }
        assertNoLitter();
        String writes =
                Files.readString(folder.resolve("sdk.log")).lines().toList().getLast();
        int kept = 0;
        for (int i = 0; i < LOGINS_BESIDE_THE_SDK; i++) {
            kept += entries(netrc, i);
        }
        System.out.println("faults: beside " + writes + " writes of the SDK " + kept + " of our "
                + LOGINS_BESIDE_THE_SDK + " entries remained");
    }

    /** Its own function for writing netrc, called as its login does, until the file is gone. */
    private static final String SDK_LOOP = """
            import os, random, sys, time
            from wandb.sdk.lib.wbauth import wbnetrc
            count = 0
            while os.path.exists(sys.argv[1]):
                wbnetrc.write_netrc_auth(host="https://sdk.example.com", api_key="%040d" % count)
                count += 1
                time.sleep(random.uniform(0, 0.1))
            print(count, flush=True)
            """;

    private Process start(int number) throws IOException {
        return machine.prepared(Map.of(), Machine.LAUNCHER.toString(), "login", "--host", host(number), key(number))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + number).toFile())
                .start();
    }

    private void assertEnds(Process login, int number) throws Exception {
        assertTrue(login.waitFor(120, TimeUnit.SECONDS), "it still runs");
        assertEquals(0, login.exitValue(), Files.readString(folder.resolve("log-" + number)));
    }

    /** What the other program overwrote at once is an error, and told as that. */
    private void assertEndsBesideAnother(Process login, int number) throws Exception {
        assertTrue(login.waitFor(120, TimeUnit.SECONDS), "it still runs");
        String said = Files.readString(folder.resolve("log-" + number));
        assertTrue(login.exitValue() == 0 || said.contains("another program wrote the file. Log in again."), said);
    }

    @Test
    void aHolderThatWasStoppedOrKilledIsNamedAndNotWaitedForForEver() throws Exception {
        machine.wandb("login", "--host", host(0), key(0)).ends(0);
        Path lock = machine.home().resolve(".config/wandb/auth.lock");
        Process holder = machine.prepared(Map.of(), "python3", "-c", HOLDER, lock.toString())
                .start();
        try {
            holder.getInputStream().read();
            Run run = machine.wandb("login", "--host", host(1), key(1)).ends(1);
            assertTrue(run.err().contains(lock.toString()) && run.err().contains("locked"), run.err());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        machine.wandb("login", "--host", host(1), key(1)).ends(0);
    }

    private static final String HOLDER = """
            import fcntl, sys, time
            f = open(sys.argv[1], "r+")
            fcntl.lockf(f, fcntl.LOCK_EX)
            print("held", flush=True)
            time.sleep(600)
            """;

    private void assertNoLitter() throws IOException {
        try (var files = Files.walk(machine.home())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> Scene.isLitter(file.toString())).toList());
        }
    }

    private static int entries(String netrc, int number) {
        return (int) netrc.lines()
                .filter(line -> line.equals("machine h" + number + ".example.com"))
                .count();
    }

    private static String host(int number) {
        return "https://h" + number + ".example.com";
    }

    private static String key(int number) {
        return "%040d".formatted(number);
    }
}
