package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.port.account.InheritedProfile;
import wandb.auth.domain.port.server.AccessToken;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;

/** What {@code auth token} prints, and {@code auth exec-environment}, which the launcher calls. */
class TokenCommandTest {

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void printsTheKeyAndNothingElse() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(new Result(ExitCode.DONE, KEY + System.lineSeparator(), ""), line.run("auth", "token"));
    }

    @Test
    void printsTheKeyForTheServerThatTheSdkSpeaksTo() {
        line.adapters().accounts().has("https://wandb.example.com/a", "keyring");
        line.keyring().holds(CommandLineFixture.key(KEY));

        assertEquals(
                new Result(ExitCode.DONE, KEY + System.lineSeparator(), ""),
                line.run("auth", "token", "--for-sdk", "--host", "https://wandb.example.com/a"));
    }

    @Test
    void printsNoStoredKeyForAServerThatOnlyAProgramNames() {
        line.store().holds(CommandLineFixture.key(KEY));

        Result result = line.run("auth", "token", "--for-sdk", "--host", "https://wandb.example.com/a");

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertTrue(result.err().contains("Only the program that asks for its key names this server"), result.err());
    }

    @Test
    void printsNoStoredKeyForAServerThatTheSdkHasFromAWorkspace() {
        line.adapters().workspaceNames("https://wandb.example.com/a");
        line.store().holds(CommandLineFixture.key(KEY));

        Result result = line.run("auth", "token", "--for-sdk", "--host", "https://wandb.example.com/a");

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertTrue(result.err().contains("Only the workspace names this server"), result.err());
    }

    @Test
    void printsTheServerAndTheKeyForTheLauncher() {
        line.store().holds(CommandLineFixture.key(KEY));
        String end = System.lineSeparator();
        Account account = new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT);

        assertEquals(
                new Result(
                        ExitCode.DONE,
                        "https://wandb.example.com" + end + KEY + end + "-" + end
                                + InheritedProfile.mark(account, CommandLineFixture.key(KEY)) + end,
                        ""),
                line.run("auth", "exec-environment", "--host", "https://wandb.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment"})
    void printsNothingWhereThereIsNoKey(String command) {
        Result result = line.run("auth", command);

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertEquals("", result.out());
        assertTrue(
                result.err().startsWith("wandb: ERROR " + Messages.lookupFoundNothing(CLOUD_ACCOUNT) + "\n"),
                result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment"})
    void printsNothingWhereTheSourceThatCountsCannotBeUsed(String command) {
        line.store().gives(new Outcome.Unusable(new Reason("It is broken.", "Fix it.")));

        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR the netrc file: It is broken. Fix it.\n"),
                line.run("auth", command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment"})
    void printsNothingForAnInvalidAddress(String command) {
        line.store().holds(CommandLineFixture.key(KEY));

        Result result = line.run("auth", command, "--host", "nowhere");

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertEquals("", result.out());
    }

    @Nested
    class WithAnIdentityToken {

        @BeforeEach
        void setTheVariable() {
            IdentityToken token = IdentityToken.parse("e30.e30.signature-of-at-least-thirty-two-characters")
                    .orElseThrow();
            line.adapters()
                    .variableGives(new Finding(
                            new Location.File(Path.of("token")), new Outcome.Found(token, Revision.of("1"))));
        }

        @Test
        void printsTheAccessTokenThatTheServerGives() {
            line.adapters()
                    .exchangeGives(new TokenExchange.Granted(new AccessToken("access", Instant.MAX), Optional.empty()));

            assertEquals(new Result(ExitCode.DONE, "access" + System.lineSeparator(), ""), line.run("auth", "token"));
        }

        @Test
        void printsOneThatCannotBeKeptAndWarns() {
            Reason reason = new Reason("tokens.json is read-only.", "Name another file.");
            line.adapters()
                    .exchangeGives(
                            new TokenExchange.Granted(new AccessToken("access", Instant.MAX), Optional.of(reason)));

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "access" + System.lineSeparator(),
                            "wandb: WARNING " + Messages.accessTokenNotKept(reason) + "\n"),
                    line.run("auth", "token"));
        }

        @Test
        void sendsNothingOverPlainHttp() {
            line.adapters()
                    .exchangeGives(new TokenExchange.Granted(new AccessToken("access", Instant.MAX), Optional.empty()));

            Result result = line.run("auth", "token", "--host", "http://wandb.example.com");

            assertEquals(ExitCode.UNREACHABLE, result.exitCode());
            assertEquals("", result.out());
        }

        static Stream<Arguments> refusals() {
            Reason reason = new Reason("It is away.", "Wait.");
            return Stream.of(
                    argumentSet(
                            "rejected",
                            new Verdict.Rejected("unknown\u001b[1m"),
                            ExitCode.REJECTED,
                            Messages.tokenNotAccepted(Host.PUBLIC_CLOUD, "unknown\\x1b[1m")),
                    argumentSet(
                            "unreachable",
                            new Verdict.Unreachable(reason),
                            ExitCode.UNREACHABLE,
                            Messages.tokenNotExchanged(reason)));
        }

        @ParameterizedTest
        @MethodSource("refusals")
        void tellsWhyThereIsNone(TokenExchange.Exchanged answer, int exitCode, String message) {
            line.adapters().exchangeGives(answer);

            assertEquals(new Result(exitCode, "", "wandb: ERROR " + message + "\n"), line.run("auth", "token"));
        }

        @Test
        void leavesTheExchangeToTheProgramThatTheLauncherBecomes() {
            String end = System.lineSeparator();

            assertEquals(
                    new Result(ExitCode.DONE, "https://api.wandb.ai" + (end + "-").repeat(3) + end, ""),
                    line.run("auth", "exec-environment"));
        }
    }
}
