package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.CLOUD_ACCOUNT;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.SourceId;

/** An account whose key was saved to a store that is not installed any more can be forgotten, and its key replaced. */
class GoneStoreTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String WAY_OUT =
            "wandb: ERROR the store gone: The store that holds this key is not installed. Install it again, or save a"
                    + " key elsewhere: wandb login --store netrc --relogin --cloud\n";

    private final CommandLineFixture line = new CommandLineFixture();

    @BeforeEach
    void saveToAStoreThatGoes() {
        line.adapters().accounts().has(CLOUD, "gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"login", "login --store netrc", "auth token", "auth exec-environment", "auth migrate --to netrc"
            })
    void nothingElseIsUsedInItsPlaceUnasked(String command) {
        assertEquals(new Result(ExitCode.FAILED, "", WAY_OUT), line.run(command.split(" ", -1)));
    }

    @Test
    void theWayOutWorksAlsoWithoutATerminal() {
        Result asked = line.run("login", "--store", "netrc", "--relogin", "--cloud");
        assertEquals(
                new Result(
                        ExitCode.NO_CREDENTIAL,
                        "",
                        "wandb: ERROR "
                                + Messages.noTerminalForKey("wandb login --cloud --store netrc --key-stdin < FILE")
                                + "\n"),
                asked);

        assertEquals(
                ExitCode.DONE,
                line.input(KEY)
                        .run("login", "--cloud", "--store", "netrc", "--key-stdin")
                        .exitCode());
        assertEquals(KEY + "\n", line.run("auth", "token").out());
    }

    @Test
    void aKeyForAnotherStoreReplacesIt() {
        line.run("login", "--store", "keyring", OTHER_KEY);

        assertTrue(line.run("auth", "list").out().endsWith("\n" + CLOUD + "  default  keyring  -\n"));
        assertEquals(OTHER_KEY + "\n", line.run("auth", "token").out());
    }

    @Test
    void aKeyThatTheNamedStoreHasReplacesIt() {
        line.keyring().holds(CommandLineFixture.key(KEY));

        assertEquals(ExitCode.DONE, line.run("login", "--store", "keyring").exitCode());
        assertEquals(KEY + "\n", line.run("auth", "token").out());
    }

    @Test
    void aLogoutForgetsItAndTellsThatTheKeyStaysThere() {
        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR The key could not be erased from gone: the store gone: A key was saved there,"
                                + " but that store is not installed here. It was forgotten here, but the key is still"
                                + " there: erase it with the program that keeps it.\n"),
                line.run("logout"));
        assertEquals(
                new Result(ExitCode.DONE, "", "wandb: " + Messages.logoutNotNeeded(CLOUD_ACCOUNT) + "\n"),
                line.run("logout"));
        assertEquals(ExitCode.DONE, line.run("login", KEY).exitCode());
        assertEquals(1, line.store().savedFor().size());
    }

    @Test
    void aSwitchNamesACommandThatWorks() {
        Result result = line.run("auth", "switch", "default");

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR The key for https://api.wandb.ai (profile default) is in gone, where the Python SDK"
                                + " does not look. " + Messages.SWITCH_STORE_NOT_INSTALLED
                                + " To save one: wandb login --profile default --store netrc KEY\n"),
                result);
        assertEquals(
                ExitCode.DONE,
                line.run("login", "--profile", "default", "--store", "netrc", KEY)
                        .exitCode());
    }

    @Test
    void aStoreThatIsSetUpWithoutItsProgramIsNoneToChoose() {
        line.adapters().isNotInstalled("gone");

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR " + Messages.usualStoreNotInstalled(new SourceId("gone"), "netrc, keyring")
                                + " Nothing was saved.\n"),
                line.run("login", KEY));
        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        WAY_OUT.replace(
                                "The store that holds this key is not installed.",
                                "The key was saved there. There is no such program.")),
                line.run("login"));
        assertEquals(ExitCode.FAILED, line.run("logout").exitCode());
        assertEquals(ExitCode.DONE, line.run("logout").exitCode());
    }

    @Test
    void otherAccountsAreNotConcerned() {
        Result result = line.run("login", "--host", "https://wandb.example.com", KEY);

        assertEquals(ExitCode.DONE, result.exitCode(), result.err());
        assertEquals(
                List.of("https://wandb.example.com"),
                line.store().savedFor().stream().map(Object::toString).toList());
        assertTrue(line.run("auth", "list").out().contains("gone"));
    }
}
