package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.server.OpenWandb;
import wandb.auth.system.HomeContent;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Whole runs beside real SDKs, against real servers: with keys, with identity tokens. */
class VerifyByServerIT extends AtServer {

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws Exception {
        machine = new Machine(folder);
    }

    @Test
    @Tag("slow")
    void userAndTeamAreTheOnesThatTheSdkTells() throws Exception {
        for (String key : new String[] {OpenWandb.ADMINISTRATORS_KEY, server.newUser("erin")}) {
            Map<String, String> variables = Map.of("WANDB_BASE_URL", server.url(), "WANDB_HTTP_TIMEOUT", "600");
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
        String user = between(" as ", " (default team ", said);
        String team = between(" (default team ", "), with the key in ", said);
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
        Run run = machine.wandbWith(Map.of("WANDB_HTTP_TIMEOUT", "600"), "login", "--verify")
                .ends(0);
        assertTrue(run.err().contains("from " + machine.home().resolve(".netrc")), run.err());
        assertTrue(run.err().contains("as admin (default team " + OpenWandb.ADMINISTRATORS_TEAM), run.err());
        assertEquals(before.get(".netrc"), machine.read(".netrc"));
    }

    @Test
    void theSdkLogsInByAnIdentityTokenThatExecLeavesToIt() throws Exception {
        try (FederatedServer federated = new FederatedServer(3600)) {
            Files.createDirectories(machine.home().resolve(".config/wandb"));
            Path token = machine.write("identity.jwt", federated.identityToken() + "\n");
            Map<String, String> variables = Map.of(
                    "WANDB_BASE_URL", federated.url(),
                    "WANDB_IDENTITY_TOKEN_FILE", token.toString(),
                    "WANDB_HTTP_TIMEOUT", "600");
            Run login = machine.wandbWith(variables, "login").ends(0);
            assertTrue(login.err().contains("identity token"), login.err());
            assertTrue(machine.wandbWith(variables, "login", "--verify")
                    .ends(0)
                    .err()
                    .contains("as alice (default team vision)"));
            assertTrue(machine.wandbWith(variables, "status").ends(0).out().contains("identity token"));
            machine.wandbWith(variables, "auth", "token").leaves(0, "wb_at_1\n", "");
            machine.wandbWith(variables, "auth", "exec", "--", "sh", "-c", "echo ${WANDB_API_KEY-unset}")
                    .leaves(0, "unset\n", "");
            Run sdk = machine.wandbWith(variables, "auth", "exec", "--", sdk().bin() + "/wandb", "login", "--verify")
                    .ends(0);
            assertTrue(sdk.err().contains("logged in as: alice"), sdk.err());
        }
    }
}
