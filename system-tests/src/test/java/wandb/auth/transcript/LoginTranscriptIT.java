package wandb.auth.transcript;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.server.AnsweringServer;
import wandb.auth.system.Machine;

/** What a person sees who logs in, looks at lists, and lives under a policy. */
class LoginTranscriptIT {

    private static final int ANOTHER_USER = 65534;

    @TempDir
    Path folder;

    /** Over ssh nothing can be opened, whoever runs the tests and wherever. */
    @Test
    void aLoginIsSeenOnATerminal() throws Exception {
        new Transcript("login", folder)
                .variable("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")
                .isSeen();
    }

    @Test
    void aKeyThatIsRejectedIsSeenToBeAskedForAgain() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(401, "{\"error\":\"no such key\"}")) {
            new Transcript("verify", folder)
                    .variable("WANDB_BASE_URL", server.url())
                    .variable("WANDB_HTTP_TIMEOUT", "600")
                    .masking(server.url(), "http://127.0.0.1:54321")
                    .isSeen();
        }
    }

    @Test
    void aKeyThatIsConfirmedIsSeenWithItsUser() throws Exception {
        String viewer = "{\"data\":{\"viewer\":{\"username\":\"ada\",\"entity\":\"engines\"}}}";
        try (AnsweringServer server = AnsweringServer.with(200, viewer)) {
            new Transcript("verified", folder)
                    .variable("WANDB_BASE_URL", server.url())
                    .variable("WANDB_HTTP_TIMEOUT", "600")
                    .masking(server.url(), "http://127.0.0.1:54321")
                    .isSeen();
        }
    }

    /** As a user with a desktop, without asking for it, as root, over ssh, without a display: the same whoever runs the tests. */
    @Test
    void aPageIsSeenToBeOpenedOnlyWhereItIsAskedForAndSeen() throws Exception {
        new Transcript("open", folder)
                .variable("DISPLAY", ":0")
                .prepared(machine -> {
                    machine.need("unshare", "util-linux");
                    machine.writeProgram("../bin/xdg-open", "#!/bin/sh\necho \"$*\" >>opened\n");
                    assumeTrue(
                            machine.run(Map.of(), "unshare", "-U", "true").exitCode() == 0,
                            "no user namespaces are allowed here");
                })
                .isSeen();
    }

    @Test
    void listsAreSeenToFitTheTerminal() throws Exception {
        new Transcript("lists", folder)
                .prepared(machine -> machine.write(".config/wandb/auth.ini", """
                        [account https://api.wandb.ai]
                        store = netrc
                        user = ada
                        [account https://wandb.example.com work]
                        store = keyring
                        """))
                .isSeen();
    }

    /** Its author is not root, whoever runs the tests. */
    @Test
    void aPolicyIsSeenToBeJudged() throws Exception {
        new Transcript("policy-check", folder)
                .prepared(LoginTranscriptIT::writePolicies)
                .isSeen();
    }

    private static void writePolicies(Machine machine) throws IOException {
        writePolicy(machine, "good.ini", """
                [policy]
                default_host = https://wandb.example.com
                hosts = https://*.example.com
                """);
        writePolicy(machine, "draft.ini", """
                [policy]
                sotres = netrc
                key_argument = forbiden
                default_store = keyrnig
                hosts = https://*.example.com
                default_host = https://api.wandb.ai
                """);
    }

    private static void writePolicy(Machine machine, String name, String text) throws IOException {
        Path file = Files.writeString(machine.workingDirectory().resolve(name), text);
        if (Files.getAttribute(file, "unix:uid").equals(0)) {
            Files.setAttribute(file, "unix:uid", ANOTHER_USER);
        }
    }

    @Test
    void aPolicysServerIsSeenToBeUsed() throws Exception {
        Transcript transcript = new Transcript("default-host", folder);
        Path policy = Files.writeString(transcript.folder().resolve("policy.ini"), """
                [policy]
                default_host = https://wandb.example.com
                """);
        transcript
                .variable("WANDB_AUTH_POLICY", policy.toString())
                .masking(policy.toString(), "/etc/wandb/auth.ini")
                .isSeen();
    }

    @Test
    void coloursAreSeenOnWarningsAndErrorsAlone() throws Exception {
        new Transcript("colours", folder).withColours().isSeen();
    }
}
