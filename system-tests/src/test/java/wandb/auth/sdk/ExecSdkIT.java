package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Desktop;
import wandb.auth.system.HomeContent;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A real SDK, started by {@code wandb auth exec}, logs a run with a key that is in the keychain and in no file. */
class ExecSdkIT extends AtServer {

    private static final String PROGRAM = """
            import wandb
            run = wandb.init(project="exec")
            run.log({"loss": 0.5})
            run.finish()
            print("run", run.id)
            """;

    /** A run of an unknown key would be the administrator's, so that the user's team has one proves whose key it was. */
    @Test
    void aRunIsLoggedByAKeyThatIsInNoFile() throws Exception {
        String python = sdk().bin() + "/python";
        String user = "user-of-" + sdk().name().toLowerCase(Locale.ROOT);
        String key = server.newUser(user);
        Machine machine = new Machine(folder);
        try (Desktop desktop = Desktop.withKeychain(machine)) {
            desktop.wandb("login", "--store", "keyring", "--host", server.url(), key)
                    .ends(0);
            Run run = desktop.wandb("auth", "exec", "--", python, "-c", PROGRAM).ends(0);
            JsonNode runs = server.runs(user, "exec");
            assertEquals(1, runs.size(), () -> runs + "\n" + run);
            assertTrue(run.out().contains("run " + runs.get(0).path("run_id").asText()), run.out());
            assertEquals(0.5, runs.get(0).path("summary").path("loss").asDouble(), runs::toString);
            Path everything = machine.home().getParent();
            assertTrue(HomeContent.of(everything).size() > 10);
            assertEquals(List.of(), HomeContent.filesWith(key, everything));
        }
    }

    @Test
    void withoutItTheSdkHasNoKey() throws Exception {
        Machine machine = new Machine(folder);
        Map<String, String> variables = Map.of("WANDB_BASE_URL", server.url());
        Run run = machine.run(variables, sdk().bin() + "/python", "-c", PROGRAM).ends(1);
        assertTrue(run.err().contains("No API key configured"), run.err());
    }
}
