package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.OTHER_KEY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Host;

/** What is said in a folder whose settings file may be anybody's, where nobody can be asked. */
class WorkspaceTest {

    private static final String SERVER = "https://somebody.example/a;b";

    private final CommandLineFixture line = new CommandLineFixture();

    @ParameterizedTest
    @ValueSource(strings = {"login", "login --verify", "login --key-stdin --verify", "login --store=keyring"})
    void itsServerGetsNoKeyAndTheOptionIsNamedThatTheUserCanType(String command) {
        line.adapters().workspaceNames(SERVER);
        boolean isPiped = command.contains("--key-stdin");
        String words = isPiped ? command : command + " " + KEY;

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "",
                        "wandb: ERROR " + Messages.loginServerOfWorkspace("the workspace", Host.parse(SERVER)) + "\n"),
                line.input(KEY).run(words.split(" ")));
        assertEquals(List.of(), line.adapters().verified());
        assertEquals(List.of(), line.store().savedFor());
        assertEquals(List.of(), line.keyring().savedFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "exec-environment", "migrate --to=keyring", "switch work"})
    void itsServerGetsNoKeyThatIsStoredForAnotherAddress(String command) {
        line.store().holds(CommandLineFixture.key(KEY));
        line.adapters().workspaceNames(SERVER);

        Result result = line.run(("auth " + command).split(" "));

        assertTrue(result.exitCode() != ExitCode.DONE, result.toString());
        assertEquals("", result.out());
        assertEquals(List.of(), line.keyring().savedFor());
    }

    @ParameterizedTest
    @CsvSource({
        "login,            then: wandb login --host 'https://somebody.example/a;b' KEY",
        "auth token,       then: wandb login --host 'https://somebody.example/a;b' KEY",
        "status,           save a key with: wandb login --host 'https://somebody.example/a;b' KEY",
        "auth migrate --to keyring, wandb login --host 'https://somebody.example/a;b' --store keyring KEY"
    })
    void whatIsAdvisedNamesItsServer(String command, String advice) {
        line.adapters().workspaceNames(SERVER);

        Result result = line.run(command.split(" "));

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertTrue((result.out() + result.err()).contains(advice), result.toString());
    }

    @Test
    void itsPageIsNotRecommendedUnlessItsServerIsMeant() {
        line.adapters().workspaceNames(SERVER);

        assertTrue(
                line.run("login")
                        .err()
                        .contains("wandb: "
                                + Messages.getKeyIfServerIsMeant(
                                        "the workspace", SERVER, "wandb login --host '" + SERVER + "' KEY")
                                + "\n"),
                line.run("login").toString());
    }

    @Test
    void itsServerIsTheUsersWhereAnAccountHasItsAddress() {
        line.adapters().workspaceNames(SERVER);
        line.adapters().accounts().has(SERVER, "netrc");

        assertEquals(ExitCode.DONE, line.run("login", KEY).exitCode());
    }

    @Test
    void itsKeyIsNotSavedAndIsNotShown() {
        line.adapters().workspaceGives(CommandLineFixture.key(OTHER_KEY));

        Result result = line.run("login", "--store", "keyring");

        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.loginKeyOfWorkspace("the workspace") + "\n"),
                result);
        assertEquals(List.of(), line.keyring().savedFor());
    }
}
