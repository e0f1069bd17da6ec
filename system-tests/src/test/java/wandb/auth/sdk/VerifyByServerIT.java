package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.server.OpenWandb;
import wandb.auth.system.HomeContent;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Whole runs beside real SDKs, against real servers: with keys, with identity tokens. */
class VerifyByServerIT {

    @TempDir
    static Path folder;

    private static OpenWandb server;

    private Machine machine;

    @BeforeAll
    static void startTheServer() throws Exception {
        server = OpenWandb.start(folder);
    }

    @AfterAll
    static void stopTheServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void startWithAnEmptyHome() throws Exception {
        machine = new Machine(folder);
    }

    @Test
    void userAndTeamAreTheOnesThatTheSdkTells() throws Exception {
        for (String key : new String[] {OpenWandb.ADMINISTRATORS_KEY, server.newUser("erin")}) {
            Map<String, String> variables = Map.of("WANDB_BASE_URL", server.url());
            Run sdk = new Machine(folder)
                    .run(variables, Sdk.NEWEST.bin() + "/wandb", "login", "--verify", key)
                    .ends(0);
            Run ours = new Machine(folder)
                    .wandbWith(variables, "login", "--verify", key)
                    .ends(0);
            assertEquals(between("logged in as: ", " to ", sdk.err()), asTheSdkTellsIt(ours.err()));
        }
    }

    /** The user, and the default team where it has another name. */
    private static String asTheSdkTellsIt(String said) {
        String user = between("confirms it: user ", ", default team ", said);
        String team = between(", default team ", ".\n", said);
        return team.equals(user) ? user : user + " (" + team + ")";
    }

    private static String between(String before, String after, String text) {
        int start = text.indexOf(before) + before.length();
        int end = text.indexOf(after, start);
        assertTrue(start > before.length() && end > start, text);
        return text.substring(start, end);
    }

    @Test
    void aFoundKeyIsVerifiedWithItsSourceAndItsTeam() throws Exception {
        machine.wandb("login", "--host", server.url(), OpenWandb.ADMINISTRATORS_KEY)
                .ends(0);
        Map<String, String> before = HomeContent.of(machine.home());
        Run run = machine.wandb("login", "--verify").ends(0);
        assertTrue(run.err().contains("from " + machine.home().resolve(".netrc")), run.err());
        assertTrue(run.err().contains("user admin, default team " + OpenWandb.ADMINISTRATORS_TEAM), run.err());
        assertEquals(before.get(".netrc"), machine.read(".netrc"));
    }

    @Test
    void theSdkLogsInByAnIdentityTokenThatExecLeavesToIt() throws Exception {
        try (FederatedServer federated = new FederatedServer(3600)) {
            Files.createDirectories(machine.home().resolve(".config/wandb"));
            Path token = machine.write("identity.jwt", federated.identityToken() + "\n");
            Map<String, String> variables =
                    Map.of("WANDB_BASE_URL", federated.url(), "WANDB_IDENTITY_TOKEN_FILE", token.toString());
            Run login = machine.wandbWith(variables, "login").ends(0);
            assertTrue(login.err().contains("identity token"), login.err());
            assertTrue(machine.wandbWith(variables, "login", "--verify")
                    .ends(0)
                    .err()
                    .contains("user alice, default team vision"));
            assertTrue(machine.wandbWith(variables, "status").ends(0).out().contains("identity token"));
            machine.wandbWith(variables, "auth", "token").leaves(0, "wb_at_1\n", "");
            machine.wandbWith(variables, "auth", "exec", "--", "sh", "-c", "echo ${WANDB_API_KEY-unset}")
                    .leaves(0, "unset\n", "");
            Run sdk = machine.wandbWith(
                            variables, "auth", "exec", "--", Sdk.NEWEST.bin() + "/wandb", "login", "--verify")
                    .ends(0);
            assertTrue(sdk.err().contains("logged in as: alice"), sdk.err());
        }
    }
}
