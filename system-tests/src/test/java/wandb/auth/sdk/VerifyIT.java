package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.server.AnsweringServer;
import wandb.auth.server.RefusingPort;
import wandb.auth.system.HomeContent;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** {@code wandb login --verify} by whole runs: a key that its server rejects changes nothing. */
class VerifyIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);
    private static final String ALICE =
            "{\"data\":{\"viewer\":{\"id\":\"1\",\"entity\":\"vision\",\"username\":\"alice\",\"teams\":{\"edges\":[]}}}}";

    /** However busy the machine is. */
    private static final Map<String, String> PATIENT = Map.of("WANDB_HTTP_TIMEOUT", "600");

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws Exception {
        machine = new Machine(folder);
    }

    @Test
    void aConfirmedKeyIsSavedAndWhoseItIsIsTold() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, ALICE)) {
            Run run = machine.wandbWith(PATIENT, "login", "--verify", "--host", server.url(), KEY)
                    .ends(0);
            assertTrue(
                    run.err()
                            .contains("Logged in to " + server.url()
                                    + " as alice (default team vision), with the key in"),
                    run.err());
            assertTrue(machine.read(".netrc").contains(KEY));
            assertEquals(1, server.questions());
            assertTrue(machine.wandb("auth", "list").out().contains("alice"));
        }
    }

    @Test
    void withoutTheOptionNothingIsAsked() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(401, "{}")) {
            machine.wandb("login", "--host", server.url(), KEY).ends(0);
            machine.wandb("login", "--no-verify", OTHER_KEY).ends(0);
            machine.wandb("login").ends(0);
            machine.wandb("status").ends(0);
            assertEquals(0, server.questions());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"who is this\"}     | who is this",
                "403 | {\"error\":\"not for you\"}     | not for you",
                "200 | {\"data\":{\"viewer\":null}}    | does not know this credential",
                "200 | {\"errors\":[{\"message\":\"no such key\"}]} | no such key"
            })
    void aRejectedKeyChangesNothing(int status, String answer, String said) throws Exception {
        try (AnsweringServer server = AnsweringServer.with(status, answer)) {
            machine.wandb("login", "--host", server.url(), KEY).ends(0);
            Map<String, String> before = HomeContent.of(machine.home());
            assertEquals(3, before.keySet().stream().filter(VerifyIT::isKept).count(), before::toString);

            Run run = machine.wandbWith(PATIENT, "login", "--verify", "--host", server.url(), OTHER_KEY)
                    .ends(5);

            assertTrue(run.err().contains(said), run.err());
            assertTrue(run.err().contains("does not accept the key"), run.err());
            assertEquals(before, HomeContent.of(machine.home()));
        }
    }

    private static boolean isKept(String name) {
        return name.endsWith(".netrc") || name.endsWith("/settings") || name.endsWith("/auth.ini");
    }

    @Test
    void aFoundKeyThatIsRejectedStays() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(401, "{}")) {
            machine.wandb("login", "--host", server.url(), KEY).ends(0);
            Map<String, String> before = HomeContent.of(machine.home());
            Run run = machine.wandbWith(PATIENT, "login", "--verify").ends(5);
            assertTrue(
                    run.err().contains("the credential from " + machine.home().resolve(".netrc")), run.err());
            assertEquals(before, HomeContent.of(machine.home()));
        }
    }

    @Test
    void aServerOutOfReachLeavesNothingSavedOrRemembered() throws Exception {
        Map<String, String> before = HomeContent.of(machine.home());
        try (RefusingPort nobody = new RefusingPort()) {
            Run run = machine.wandb("login", "--verify", "--host", nobody.url(), KEY)
                    .ends(6);
            assertTrue(run.err().contains("Nothing was saved: "), run.err());
            assertTrue(run.err().endsWith("Without --verify it is saved without asking the server.\n"), run.err());
        }
        assertEquals(before, HomeContent.of(machine.home()));
    }

    @Test
    void plainHttpIsForThisMachineOnlyUnlessAllowed() throws Exception {
        String url = "http://wandb.invalid";
        Run refused = machine.wandb("login", "--verify", "--host", url, KEY).ends(6);
        assertTrue(
                refused.err().contains("Over plain http anyone on the network path could read the key"), refused.err());
        // No name service is asked: a file gives all the names that there are.
        Path names = machine.write("names", "");
        Run tried = machine.run(
                        Map.of("LC_ALL", "C.UTF-8"),
                        Machine.IMAGE + "/bin/java",
                        "-Djdk.net.hosts.file=" + names,
                        "-m",
                        "wandb.auth.cli/wandb.auth.cli.Main",
                        "login",
                        "--verify",
                        "--allow-http",
                        "--host",
                        url,
                        KEY)
                .ends(6);
        assertTrue(tried.err().contains("Cannot resolve the name"), tried.err());
    }

    @Test
    void whatTheServerSaysCannotDriveTheTerminal() throws Exception {
        String name = "\\u001b]0;owned\\u0007al\\u001b[31mice\\u202e\\n";
        try (AnsweringServer server = AnsweringServer.with(200, ALICE.replace("alice", name))) {
            Run run = machine.wandbWith(PATIENT, "login", "--verify", "--host", server.url(), KEY)
                    .ends(0);
            String listed = machine.wandb("auth", "list").ends(0).out();
            String said = run.err() + listed;
            assertTrue(run.err().contains("al\\x1b[31mice"), said);
            assertTrue(listed.contains("al\\x1b[31mice"), said);
            assertEquals(
                    -1,
                    said.codePoints()
                            .filter(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e))
                            .findFirst()
                            .orElse(-1));
        }
    }

    @Test
    void anInterruptWhileTheServerIsAskedChangesNothing() throws Exception {
        machine.wandb("login", OTHER_KEY).ends(0);
        Map<String, String> before = HomeContent.of(machine.home());
        try (AnsweringServer server = AnsweringServer.silent()) {
            // A shell that put us into the background may have had interrupts ignored.
            Process login = machine.prepared(
                            Map.of(),
                            "env",
                            "--default-signal=INT",
                            "WANDB_HTTP_TIMEOUT=600",
                            Machine.LAUNCHER.toString(),
                            "login",
                            "--verify",
                            "--host",
                            server.url(),
                            KEY)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            try {
                login.getOutputStream().close();
                server.awaitQuestion();
                machine.run(Map.of(), "kill", "-INT", Long.toString(login.pid()))
                        .ends(0);
                assertEquals(130, Machine.exitCode(login));
            } finally {
                login.destroyForcibly();
            }
        }
        assertEquals(before, HomeContent.of(machine.home()));
        assertFalse(before.isEmpty());
    }
}
