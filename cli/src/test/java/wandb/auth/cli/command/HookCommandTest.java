package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Terminal;

/** {@code auth hook}, and what other commands say of the hook. */
class HookCommandTest {

    private static final Path VENV = Path.of("/venv");

    private final CommandLineFixture line = new CommandLineFixture();

    private List<String> ran() {
        return line.adapters().hook().ran();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable", "disable"})
    void changesTheVirtualEnvironmentThatIsActiveAndTellsWhatWasDone(String action) {
        line.variable("VIRTUAL_ENV", "/venv").variable("CONDA_PREFIX", "/conda");

        assertEquals(
                new Result(ExitCode.DONE, "", "wandb: about /venv\nwandb: and more\n"),
                line.run("auth", "hook", action));
        assertEquals(List.of(action + " /venv"), ran());
    }

    @Test
    void changesCondasWhereNoneIsWithinIt() {
        line.variable("CONDA_PREFIX", "/conda");

        assertEquals(
                "{\"environment\": \"/conda\"}\n",
                line.run("auth", "hook", "enable", "--json").out());
    }

    @Test
    void changesTheOneThatIsNamed() {
        line.variable("VIRTUAL_ENV", "/venv");

        line.run("auth", "hook", "disable", "--python", "python3.12");

        assertEquals(List.of("disable python3.12"), ran());
    }

    @Test
    void showsNoKeyThatIsTypedInThePlaceOfAPath() {
        for (String[] command :
                new String[][] {{"auth", "hook", "enable", "--python", KEY}, {"auth", "policy", "--check", KEY}}) {
            assertEquals(
                    new Result(
                            ExitCode.USAGE,
                            "",
                            "wandb: ERROR " + Messages.pathOptionMayBeKey(command[command.length - 2]) + "\nwandb: "
                                    + Messages.tryHelp("wandb auth " + command[1]) + "\n"),
                    line.run(command));
        }
        assertEquals(List.of(), ran());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enable", "disable", "status"})
    void takesNoPythonUnasked(String action) {
        Result result = line.run("auth", "hook", action);

        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.hookNoEnvironment(action) + "\n"), result);
        assertEquals(List.of(), ran());
    }

    @Test
    void tellsTheStateOfEachThatIsActive() {
        line.variable("VIRTUAL_ENV", "/venv").variable("CONDA_PREFIX", "/conda");

        assertEquals(
                "about /venv\nand more\nabout /conda\nand more\n",
                line.run("auth", "hook", "status").out());
        assertEquals(
                "[{\"environment\": \"/venv\"},{\"environment\": \"/conda\"}]\n",
                line.run("auth", "hook", "status", "--json").out());
    }

    @Test
    void tellsWhyNothingWasDone() {
        String said = "wandb: ERROR /broken: There is no Python.\n";

        assertEquals(new Result(ExitCode.FAILED, "", said), line.run("auth", "hook", "enable", "--python", "/broken"));
        assertEquals(new Result(ExitCode.FAILED, "", said), line.run("auth", "hook", "status", "--python", "/broken"));
        assertEquals(
                new Result(ExitCode.FAILED, "[]\n", said),
                line.run("auth", "hook", "status", "--json", "--python", "/broken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "ENABLE"})
    void wantsOneOfItsActions(String action) {
        Result result = action.isEmpty() ? line.run("auth", "hook") : line.run("auth", "hook", action);

        assertEquals(ExitCode.USAGE, result.exitCode());
        assertTrue(result.err().contains("wandb auth hook enable|disable|status"), result.err());
    }

    @Test
    void isAdvisedByAStatusWhereTheSdkDoesNotFindTheKey() {
        line.adapters().accounts().has("https://api.wandb.ai", "keyring");
        line.keyring().holds(CommandLineFixture.key(KEY));

        String said = line.run("status").out();

        assertTrue(said.endsWith("\n" + Messages.HOOK_ADVICE_WITHOUT_ENVIRONMENT + "\n"), said);
    }

    @Test
    void isNotAdvisedWhereTheSdkFindsTheKey() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertFalse(line.run("status").out().contains("hook"));
    }

    @Test
    void isToldOfWhereItIsOn() {
        line.adapters().hook().isOnIn("/venv");
        line.variable("VIRTUAL_ENV", "/venv");
        line.store().holds(CommandLineFixture.key(KEY));

        assertTrue(line.run("status").out().endsWith("\n" + Messages.hookOnInStatus(VENV) + "\n"));
        assertTrue(line.run("status", "--json").out().contains("\"sdk_hook\":\"/venv\""));
        assertTrue(line.run("auth", "doctor").out().contains("/venv\n    " + Messages.HOOK_OF_ENVIRONMENT_ON + "\n"));
        assertTrue(line.run("login", "--store", "keyring", "--relogin", KEY)
                .err()
                .contains("wandb: " + Messages.hookOnAfterSave(VENV) + "\n"));
    }

    @Test
    void isToldOfByExecToAPersonOnly() {
        line.adapters().hook().isOnIn("/venv");
        line.variable("VIRTUAL_ENV", "/venv");
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals("", line.run("auth", "exec-environment").err());
        line.terminal(new Terminal(true, true, true)).variable("NO_COLOR", "1");
        assertEquals(
                "wandb: " + Messages.hookOnWithExec(VENV) + "\n",
                line.run("auth", "exec-environment").err());
    }

    @Test
    void isToldToBeOffByTheDoctor() {
        line.variable("VIRTUAL_ENV", "/venv");

        String said = line.run("auth", "doctor").out();

        assertTrue(said.contains(Messages.hookOfEnvironmentOff("") + "\n"), said);
    }

    @Test
    void isSwitchedOnInTheSecondActiveEnvironmentByItsName() {
        line.variable("VIRTUAL_ENV", "/venv");
        line.variable("CONDA_PREFIX", "/it's conda");

        String said = line.run("auth", "doctor").out();

        assertTrue(said.contains(Messages.hookOfEnvironmentOff(" --python '/it'\\''s conda'") + "\n"), said);
    }
}
