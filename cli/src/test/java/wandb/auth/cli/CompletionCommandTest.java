package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.reference.CommandModel;
import wandb.auth.cli.reference.OptionModel;
import wandb.auth.cli.reference.Shell;

/** {@code wandb completion}. What the scripts do is tested in the shells themselves. */
class CompletionCommandTest {

    private static final String WHICH = """
            wandb: ERROR Name the shell: bash, zsh, fish, powershell.
            wandb: Try 'wandb completion --help'.
            """;

    @ParameterizedTest
    @EnumSource
    void printsAScriptWithEveryCommandOptionAndStore(Shell shell) {
        Result result = new CommandLineFixture().run("completion", shell.id());

        assertEquals(ExitCode.DONE, result.exitCode());
        assertEquals("", result.err());
        for (CommandModel command : CommandTree.of(List.of()).all()) {
            assertHas(result.out(), command.word());
            for (OptionModel option : command.options()) {
                for (String name : option.names()) {
                    assertHas(result.out(), shell == Shell.FISH ? name.replaceFirst("^--?", "") : name);
                }
            }
        }
        assertHas(result.out(), "netrc");
        assertHas(result.out(), "keyring");
    }

    private static void assertHas(String script, String word) {
        assertTrue(script.matches("(?s).*(?<![\\w-])" + word + "(?![\\w-]).*"), () -> word + " in\n" + script);
    }

    @ParameterizedTest
    @EnumSource
    void printsTheSameEveryTime(Shell shell) {
        assertEquals(
                new CommandLineFixture().run("completion", shell.id()),
                new CommandLineFixture().run("completion", shell.id()));
    }

    @ParameterizedTest
    @EnumSource
    void printsPlainTextThatNoTemplateLeftUnfinished(Shell shell) {
        String script = new CommandLineFixture().run("completion", shell.id()).out();

        assertTrue(script.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), script);
        assertTrue(!script.matches("(?s).*@[A-Z]+@.*"), script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcsh", "BASH", ""})
    void refusesAShellThatItDoesNotKnow(String shell) {
        assertEquals(new Result(ExitCode.USAGE, "", WHICH), new CommandLineFixture().run("completion", shell));
    }

    @Test
    void asksForTheShellThatIsNotNamed() {
        assertEquals(new Result(ExitCode.USAGE, "", WHICH), new CommandLineFixture().run("completion"));
    }

    @Test
    void worksWhereNobodyKnowsWhatThePolicyIs() {
        CommandLineFixture line = new CommandLineFixture();
        line.adapters().rules().cannotBeRead();

        assertEquals(ExitCode.DONE, line.run("completion", "bash").exitCode());
    }
}
