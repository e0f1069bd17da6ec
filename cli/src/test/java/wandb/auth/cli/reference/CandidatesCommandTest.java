package wandb.auth.cli.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.FakeRules;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction;

/** {@code wandb auth candidates}, which completion scripts ask. */
class CandidatesCommandTest {

    private final CommandLineFixture line = new CommandLineFixture();

    private Result candidates(String kind) {
        return line.run("auth", "candidates", kind);
    }

    private static Result offered(String words) {
        return new Result(ExitCode.DONE, words, "");
    }

    @Test
    void areTheProfilesOfAllKnownAccounts() {
        line.adapters().accounts().hasProfile("work");
        line.adapters().accounts().hasProfile("home");

        assertEquals(offered("default\nhome\nwork\n"), candidates("profiles"));
    }

    @Test
    void areTheServersOfAllKnownAccountsAndThePublicCloud() {
        line.adapters().accounts().has("https://wandb.example.com", "netrc");

        assertEquals(offered("https://api.wandb.ai\nhttps://wandb.example.com\n"), candidates("hosts"));
    }

    @Test
    void areNoServersThatOnlyAWorkspaceNames() {
        line.adapters().workspaceNames("https://somebody.example");

        assertEquals(offered("https://api.wandb.ai\n"), candidates("hosts"));
    }

    @Test
    void areTheStoresThatThePolicyAllows() {
        assertEquals(offered("keyring\nnetrc\n"), candidates("stores"));

        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(new SourceId("keyring")), FakeRules.RULE));
        assertEquals(offered("keyring\n"), candidates("stores"));
    }

    /** A shell would take it for something else. */
    @Test
    void areNoWordsThatAShellActsOn() {
        line.adapters().accounts().has("https://wandb.example.com/a;b&c(d)", "netrc");

        assertEquals(offered("https://api.wandb.ai\n"), candidates("hosts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "keys"})
    void areNoneOfAnythingElse(String kind) {
        assertEquals(offered(""), candidates(kind));
    }

    @Test
    void areWhatIsStillKnownWhereFilesCannotBeRead() {
        line.adapters().accounts().cannotBeRead();
        line.adapters().rules().cannotBeRead();

        assertEquals(offered("default\n"), candidates("profiles"));
        assertEquals(offered(""), candidates("stores"));
    }
}
