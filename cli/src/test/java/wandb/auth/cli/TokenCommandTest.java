package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.domain.Finding;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;

/** What {@code auth token} prints, and {@code auth exec-environment}, which the launcher calls. */
class TokenCommandTest {

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void printsTheKeyAndNothingElse() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(new Result(ExitCode.DONE, KEY + System.lineSeparator(), ""), line.run("auth", "token"));
    }

    @Test
    void printsTheServerAndTheKeyForTheLauncher() {
        line.store().holds(CommandLineFixture.key(KEY));
        String end = System.lineSeparator();

        assertEquals(
                new Result(ExitCode.DONE, "https://wandb.example.com" + end + KEY + end, ""),
                line.run("auth", "exec-environment", "--host", "https://wandb.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment"})
    void printsNothingWhereThereIsNoKey(String command) {
        Result result = line.run("auth", command);

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertEquals("", result.out());
        assertTrue(
                result.err().startsWith("wandb: ERROR There is no API key for https://api.wandb.ai.\n"), result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment"})
    void printsNothingWhereTheSourceThatCountsCannotBeUsed(String command) {
        line.store().gives(new Outcome.Unusable(new Reason("It is broken.", "Mend it.")));

        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR the netrc file: It is broken. Mend it.\n"),
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

    @Test
    void doesNotPrintAnIdentityTokenAsAKey() {
        IdentityToken token = IdentityToken.parse("head.body.signature").orElseThrow();
        line.adapters()
                .variableGives(
                        new Finding(new Location.File(Path.of("token")), new Outcome.Found(token, Revision.of("1"))));

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR token gives an identity token. This version cannot exchange it for a key;"
                                + " unset WANDB_IDENTITY_TOKEN_FILE to use another source.\n"),
                line.run("auth", "token"));
    }
}
