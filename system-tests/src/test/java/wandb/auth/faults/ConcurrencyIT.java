package wandb.auth.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.sdk.Sdk;
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
        List<Process> logins = new ArrayList<>();
        for (int i = 0; i < LOGINS; i++) {
            logins.add(start(i));
        }
        for (int i = 0; i < LOGINS; i++) {
            assertEnds(logins.get(i), i);
        }
        String netrc = machine.read(".netrc");
        assertTrue(netrc.startsWith(OTHERS), netrc);
        for (int i = 0; i < LOGINS; i++) {
            assertEquals(1, entries(netrc, i), netrc);
        }
        assertNoLitter();
    }

    /**
     * The SDK empties the file and writes it anew, without a lock. What it overwrites of ours is counted. A login waits half
     * a second for a file that is empty to be filled: a round in which the SDK was kept from that for longer shows nothing,
     * and is made again.
     */
    @Test
    void loggingInBesideTheSdkLosesNothingOfOthers() throws Exception {
        String python = Sdk.PINNED.bin().resolve("python").toString();
        while (isDisturbed(python)) {
            machine = new Machine(folder);
            machine.write(".netrc", OTHERS);
        }
        String netrc = machine.read(".netrc");
        for (String line : OTHERS.lines().toList()) {
            assertTrue(netrc.contains(line.strip()), netrc);
        }
        assertNoLitter();
        int kept = 0;
        for (int i = 0; i < LOGINS_BESIDE_THE_SDK; i++) {
            kept += entries(netrc, i);
        }
        System.out.println("faults: beside the SDK " + kept + " of our " + LOGINS_BESIDE_THE_SDK + " entries remained");
    }

    /** One round; whether the SDK once was too slow for it to show anything. */
    private boolean isDisturbed(String python) throws Exception {
        Path running = machine.write("running", "");
        Process writer = machine.prepared(Map.of(), python, "-c", SDK_LOOP, running.toString())
                .redirectError(folder.resolve("sdk.log").toFile())
                .start();
        try (BufferedReader said = writer.inputReader()) {
            assertEquals("first", said.readLine(), Files.readString(folder.resolve("sdk.log")));
            for (int i = 0; i < LOGINS_BESIDE_THE_SDK; i++) {
                assertEndsBesideAnother(start(i), i);
            }
            Files.delete(running);
            String slow = said.readLine();
            assertEquals(0, Machine.exitCode(writer), Files.readString(folder.resolve("sdk.log")));
            return slow.equals("True");
        } finally {
            writer.destroyForcibly();
        }
    }

    /** Its own function for writing netrc, called as its login does, until the file is gone. */
    private static final String SDK_LOOP = """
            import os, random, sys, time
            from wandb.sdk.lib.wbauth import wbnetrc
            count = 0
            slow = False
            while os.path.exists(sys.argv[1]):
                start = time.monotonic()
                wbnetrc.write_netrc_auth(host="https://sdk.example.com", api_key="%040d" % count)
                slow |= time.monotonic() - start > 0.4
                if not count:
                    print("first", flush=True)
                count += 1
                time.sleep(random.uniform(0, 0.1))
            print(slow, flush=True)
            """;

    private Process start(int number) throws IOException {
        return machine.prepared(Map.of(), Machine.LAUNCHER.toString(), "login", "--host", host(number), key(number))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + number).toFile())
                .start();
    }

    private void assertEnds(Process login, int number) throws Exception {
        assertEquals(0, Machine.exitCode(login), Files.readString(folder.resolve("log-" + number)));
    }

    /** What the other program overwrote at once is an error, and told as that. */
    private void assertEndsBesideAnother(Process login, int number) throws Exception {
        int exitCode = Machine.exitCode(login);
        String said = Files.readString(folder.resolve("log-" + number));
        assertTrue(exitCode == 0 || said.contains("another program wrote the file. Log in again."), said);
    }

    /** Takes the ten seconds that a login waits for a lock that does not change hands. */
    @Test
    @Tag("slow")
    void aHolderThatWasStoppedOrKilledIsNamedAndNotWaitedForForEver() throws Exception {
        machine.wandb("login", "--host", host(0), key(0)).ends(0);
        Path lock = machine.home().resolve(".config/wandb/auth.lock");
        Process holder = machine.prepared(Map.of(), "python3", "-c", HOLDER, lock.toString())
                .start();
        try {
            assertEquals('h', holder.getInputStream().read());
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
