package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.Verdict;

class LoginVerifyTest {

    private static final Reason NO_ANSWER = new Reason("It does not answer.", "Try later.");
    private static final Verdict UNREACHABLE = new Verdict.Unreachable(NO_ANSWER);

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void showsTheUserAndTheDefaultTeam() {
        Result result = line.run("login", "--verify", KEY);

        assertEquals(ExitCode.DONE, result.exitCode());
        assertTrue(
                result.err()
                        .contains(
                                "wandb: Logged in to https://api.wandb.ai as ada (default team engines), with the key in netrc."),
                result.err());
    }

    @Test
    void showsAUserWithoutATeam() {
        line.adapters().serverSays(new Verdict.Confirmed(new Identity("\u001b[31mada", Optional.empty(), List.of())));

        Result result = line.run("login", "--verify", KEY);

        assertTrue(
                result.err()
                        .contains("wandb: Logged in to https://api.wandb.ai as \\x1b[31mada, with the key in netrc."),
                result.err());
    }

    @Test
    void doesNotAskTheServerUnasked() {
        assertEquals(line.run("login", KEY), line.run("login", "--no-verify", KEY));
        assertEquals(List.of(), line.adapters().verified());
    }

    @Test
    void savesNothingThatTheServerRejectsAndTellsWhatItSaid() {
        line.store().holds(CommandLineFixture.key(OTHER_KEY));
        line.adapters().serverSays(new Verdict.Rejected("no such key\u001b[31m"));

        assertEquals(
                new Result(
                        ExitCode.REJECTED,
                        "",
                        "wandb: ERROR " + Messages.loginKeyRejected(Host.PUBLIC_CLOUD, "no such key\\x1b[31m")
                                + "\nwandb: " + Messages.getKeyAndLogIn("https://wandb.ai", "wandb login KEY") + "\n"),
                line.run("login", "--verify", KEY));
        assertEquals(
                new Outcome.Found(CommandLineFixture.key(OTHER_KEY), Revision.of(OTHER_KEY)),
                line.store().held());
    }

    @Test
    void savesAndRemembersNothingThatTheServerCouldNotBeAskedAbout() {
        line.adapters().serverSays(UNREACHABLE);

        assertEquals(
                new Result(
                        ExitCode.UNREACHABLE,
                        "",
                        "wandb: ERROR " + Messages.loginUnconfirmed(NO_ANSWER, Optional.empty()) + "\n"),
                line.run("login", "--host", "https://wandb.example.com", "--verify", KEY));
        assertEquals(List.of(), line.store().savedFor());
        assertEquals(
                "https://api.wandb.ai (the default)",
                line.run("status").out().lines().findFirst().orElse("").substring("Server    ".length()));
    }

    @Test
    void neitherSendsNorSavesTheKeyOverPlainHttpAndTellsHowItCould() {
        Result result = line.run("login", "--host", "http://wandb.example.com", "--verify", KEY);

        assertEquals(ExitCode.UNREACHABLE, result.exitCode());
        assertEquals(
                "wandb: ERROR "
                        + Messages.loginUnconfirmed(
                                new Reason(
                                        "Over plain http anyone on the network path could read the key, so the server"
                                                + " was not asked.",
                                        "Use an https address or, if you trust the network, --verify --allow-http."),
                                Optional.empty())
                        + "\n",
                result.err());
        assertEquals(List.of(), line.adapters().verified());
        assertEquals(List.of(), line.store().savedFor());
    }

    @Test
    void sendsTheKeyOverPlainHttpOnRequest() {
        Result result = line.run("login", "--host", "http://wandb.example.com", "--verify", "--allow-http", KEY);

        assertEquals(ExitCode.DONE, result.exitCode());
        assertEquals(List.of(CommandLineFixture.key(KEY)), line.adapters().verified());
    }

    @Test
    void asksAboutTheCredentialThatIsThere() {
        line.store().holds(CommandLineFixture.key(KEY));

        Result result = line.run("login", "--verify");

        assertEquals(ExitCode.DONE, result.exitCode());
        assertTrue(
                result.err()
                        .startsWith("wandb: "
                                + Messages.loginAlreadyThere(
                                        CLOUD_ACCOUNT,
                                        Optional.of(new Identity("ada", Optional.of("engines"), List.of("engines"))),
                                        CommandLineFixture.key(KEY).summary(),
                                        line.store().place())
                                + "\n"),
                result.err());
    }

    @Test
    void leavesTheCredentialThatIsThereAndRejectedAndTellsWhereItIs() {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().serverSays(new Verdict.Rejected("401"));

        Result result = line.run("login", "--verify");

        assertEquals(ExitCode.REJECTED, result.exitCode());
        assertTrue(
                result.err()
                        .startsWith("wandb: ERROR "
                                + Messages.loginFoundKeyRejected(
                                        Host.PUBLIC_CLOUD, line.store().place(), "401")
                                + "\n"),
                result.err());
        assertFalse(line.store().held().isPassedOver());
    }

    @Test
    void savesNothingWhereThePolicyWantsAnAnswerAndThereIsNone() {
        line.adapters().rules().restrict(new Restriction.VerifiedOnly(FakeRules.RULE));
        line.adapters().serverSays(UNREACHABLE);

        assertEquals(
                new Result(
                        ExitCode.UNREACHABLE,
                        "",
                        "wandb: ERROR " + Messages.loginUnconfirmed(NO_ANSWER, Optional.of(FakeRules.RULE)) + "\n"),
                line.run("login", KEY));
    }

    @Test
    void isForbiddenNotToVerifyWhereThePolicyWantsIt() {
        line.adapters().rules().restrict(new Restriction.VerifiedOnly(FakeRules.RULE));

        Result result = line.run("login", "--no-verify", KEY);

        assertEquals(ExitCode.FORBIDDEN, result.exitCode());
        assertEquals(List.of(), line.adapters().verified());
    }
}
