package wandb.auth.cli.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;

/**
 * {@code wandb completion}. The scripts are made where the image is built and tested there; here, that of bash has one line.
 */
class CompletionCommandTest {

    private static final String WHICH = "wandb: ERROR "
            + Messages.completionShellNeeded("bash, zsh, fish, powershell")
            + "\nwandb: Try 'wandb completion --help'.\n";

    @Test
    void printsTheScriptOfTheShell() {
        assertEquals(
                new Result(ExitCode.DONE, "# Completion in bash.\n", ""),
                new CommandLineFixture().run("completion", "bash"));
    }

    @Test
    void printsTheScriptOfTheNameThatItIsAskedBy() {
        assertEquals(
                new Result(ExitCode.DONE, "# Completion of wandb-auth in bash.\n", ""),
                new CommandLineFixture().startedAs("wandb-auth").run("completion", "bash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcsh", "", "../"})
    void refusesAShellThatItDoesNotKnow(String shell) {
        assertEquals(new Result(ExitCode.USAGE, "", WHICH), new CommandLineFixture().run("completion", shell));
    }

    @ParameterizedTest
    @CsvSource({"/bin/zsh, zsh", "pwsh, powershell", "BASH, bash", "fihs, fish", "sh, bash", "../bash, bash"})
    void guessesTheShellThatWasMeant(String shell, String meant) {
        String err = new CommandLineFixture().run("completion", shell).err();

        assertEquals(WHICH.replace("Try 'wandb completion --help'.", "Did you mean: wandb completion " + meant), err);
    }

    @Test
    void asksForTheShellThatIsNotNamed() {
        assertEquals(new Result(ExitCode.USAGE, "", WHICH), new CommandLineFixture().run("completion"));
    }

    @Test
    void worksIfThePolicyIsUnknown() {
        CommandLineFixture line = new CommandLineFixture();
        line.adapters().rules().cannotBeRead();

        assertEquals(ExitCode.DONE, line.run("completion", "bash").exitCode());
    }
}
