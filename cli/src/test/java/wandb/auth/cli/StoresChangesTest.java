package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;

/** What {@code auth stores add} and {@code remove} say without a terminal; whole runs try the recipes. */
class StoresChangesTest {

    private final CommandLineFixture line = new CommandLineFixture();

    @Test
    void aDryRunPrintsTheLines() {
        assertEquals(
                new Result(ExitCode.DONE, """
                        [store.command:mine]
                        command = pass show work/{host}/{profile}
                        save = pass insert --multiline --force work/{host}/{profile}
                        erase = pass rm --force work/{host}/{profile}
                        format = first-line
                        absent = 1 is not in the password store
                        protection = encrypted
                        """, ""),
                line.run("auth", "stores", "add", "pass", "prefix=work", "--name", "mine", "--dry-run"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add                        | Write: wandb auth stores add RECIPE, or wandb auth stores remove ID",
                "put pass                   | Write: wandb auth stores add RECIPE, or wandb auth stores remove ID",
                "add vault                  | There is no recipe 'vault'. Recipes: aws-secretsmanager",
                "add pass work              | Write NAME=VALUE. pass takes: prefix (what the names",
                "add pass path=x            | Write NAME=VALUE. pass takes: prefix (what the names",
                "add pass prefix=-x         | prefix may not be empty, begin with a dash or contain '..'.",
                "add pass prefix=a;b        | prefix may hold letters and digits",
                "add age folder=/x          | age needs: folder (the folder of the files, which must exist), recipient",
                "remove                     | Write: wandb auth stores add RECIPE, or wandb auth stores remove ID",
                "remove netrc               | " + Messages.STORES_WITHOUT_SECTION,
                "remove command:x command:y | " + Messages.STORES_REMOVE_ONE,
                "--dry-run                  | " + Messages.STORES_OPTIONS_OF_ACTIONS,
            })
    void whatMeansNothingIsSaid(String words, String said) {
        Result result = line.run(("auth stores " + words).split(" "));
        assertEquals(ExitCode.USAGE, result.exitCode());
        assertTrue(result.err().contains(said), result.err());
    }

    @Test
    void aSectionThatIsNotThereCannotBeRemoved() {
        Result result = line.run("auth", "stores", "remove", "command:x");
        assertEquals(ExitCode.FAILED, result.exitCode());
        assertTrue(
                result.err().contains(Messages.STORES_NOTHING_REMOVED + ": There is no section [store.command:x]."),
                result.err());
    }
}
