package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.http.HttpCredentialVerifier;
import wandb.auth.server.OpenWandb;
import wandb.auth.system.Machine;

/** The verification of keys by a real server. */
class VerificationIT extends AtServer {

    @Test
    void aKeyIsItsUsers() throws Exception {
        String alice = server.newUser("alice");
        String bob = server.newUser("bob");
        assertEquals(new Identity("alice", Optional.of("alice"), List.of("alice")), identity(alice));
        assertEquals(new Identity("bob", Optional.of("bob"), List.of("bob")), identity(bob));
    }

    @Test
    void aDefaultTeamOfAnotherNameIsTold() {
        assertEquals(
                new Identity(
                        "admin", Optional.of(OpenWandb.ADMINISTRATORS_TEAM), List.of(OpenWandb.ADMINISTRATORS_TEAM)),
                identity(OpenWandb.ADMINISTRATORS_KEY));
    }

    @Test
    void aFurtherTeamDoesNotChangeTheDefaultOne() throws Exception {
        String key = server.newUser("carol");
        server.newTeam(key, "speech");
        assertEquals(Optional.of("carol"), identity(key).defaultTeam());
    }

    @Test
    @Tag("slow")
    void theNewestSdkTellsTheSameNameAndTeam() throws Exception {
        assertEquals("admin (" + OpenWandb.ADMINISTRATORS_TEAM + ")", toldByTheSdk(OpenWandb.ADMINISTRATORS_KEY));
        assertEquals("dave", toldByTheSdk(server.newUser("dave")));
    }

    /** Whom its login names: the user, and the default team where it is one of the user's and has another name. */
    private String toldByTheSdk(String key) throws Exception {
        Map<String, String> variables = Map.of("WANDB_BASE_URL", server.url());
        String said = new Machine(folder)
                .run(variables, Sdk.NEWEST.bin() + "/wandb", "login", "--verify", key)
                .ends(0)
                .err();
        String before = "logged in as: ";
        int start = said.indexOf(before) + before.length();
        int end = said.indexOf(" to " + server.url());
        assertTrue(start > before.length() && end > start, said);
        return said.substring(start, end);
    }

    private Identity identity(String key) {
        Environment environment = new Environment(
                Map.of("WANDB_HTTP_TIMEOUT", "600"), Optional.of(folder), folder, OperatingSystem.LINUX, Terminal.NONE);
        Deadline deadline = Deadline.after(Duration.ofMinutes(10), System.nanoTime());
        ServerRequest request = new ServerRequest(Host.parse(server.url()), deadline);
        Verdict verdict = new HttpCredentialVerifier().verify(environment, request, ApiKey.parse(key));
        return assertInstanceOf(Verdict.Confirmed.class, verdict).identity();
    }
}
