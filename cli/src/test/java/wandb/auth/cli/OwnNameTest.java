package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.ProgramName;

/** Started as {@code wandb-auth}, the program has the commands of {@code wandb auth} at the top as well. */
class OwnNameTest {

    private static final String HELP = """
            Usage: wandb-auth COMMAND [OPTIONS] [ARGUMENTS]

            Logs this machine in to a Weights & Biases server.

            Log in and out:
              login   Save an API key, or report the one in use.
              logout  Erase the API key of a server.
              status  Show the server and where its credential comes from.

            Keys and accounts:
              token    Print the API key, for a program that needs it.
              exec     Run a program with the API key in its environment.
              list     List the accounts and the stores that hold their keys.
              stores   List the stores, and whether they can be used.
              migrate  Move keys to another store.
              switch   Choose the profile whose key the Python SDK finds.
              hook     Let the Python SDK find the key by itself, also in notebooks.
              policy   Show the rules in force, and where they are set.
              doctor   Find problems on this machine, and how to fix them.

            This program:
              completion  Print the completion script of a shell.
              help        Show what a command does, its options and examples.
              version     Show the version of this program.

            Options:
              -h, --help     Show this help.
              -V, --version  Show the version.

            Examples:
              Save a key, typed without being shown:
                wandb-auth login
              See which key is used, and where it comes from:
                wandb-auth status
              Move the key out of the plaintext file:
                wandb-auth migrate --to keyring
              Show the options of a command:
                wandb-auth help login

            'wandb-auth COMMAND --help' tells more.
            """;

    @ParameterizedTest
    @EnumSource
    void hasEveryCommandByItsWordAlone(Commands command) {
        assertEquals(
                command,
                CommandLineRouter.of(ProgramName.WANDB_AUTH, command.word())
                        .command()
                        .orElseThrow());
    }

    @Test
    void hasTheCommandsOfAuthBehindThatWordToo() {
        CommandLineFixture program = new CommandLineFixture().startedAs("wandb-auth");
        program.run("login", CommandLineFixture.KEY);
        assertEquals(CommandLineFixture.KEY + "\n", program.run("token").out());
        assertEquals(program.run("token"), program.run("auth", "token"));
    }

    @Test
    void listsThemAllInItsHelp() {
        assertEquals(HELP, run("--help").out());
        assertEquals(HELP, run().out());
    }

    @Test
    void namesItselfInTheHelpOfACommand() {
        assertTrue(run("token", "--help").out().startsWith("Usage: wandb-auth token "));
        assertTrue(run("auth", "--help").out().endsWith("\n'wandb-auth COMMAND --help' tells more.\n"));
        assertTrue(run("migrate", "--help").out().contains("'wandb-auth stores'"));
    }

    @Test
    void namesItselfInMessages() {
        assertEquals(new Result(ExitCode.USAGE, "", """
                        wandb-auth: ERROR Name one profile: wandb-auth switch PROFILE
                        wandb-auth: Try 'wandb-auth switch --help'.
                        """), run("switch"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tokne,   wandb-auth token
            lgoin,   wandb-auth login
            Doctor,  wandb-auth doctor
            stauts,  wandb-auth status
            migrat,  wandb-auth migrate
            """)
    void guessesWhatWasMeantByAnUnknownWord(String word, String meant) {
        assertEquals(
                new Result(
                        ExitCode.USAGE,
                        "",
                        "wandb-auth: ERROR " + Messages.unknownCommand("wandb-auth " + word) + "\nwandb-auth: "
                                + Messages.didYouMean(meant) + "\n"),
                run(word));
    }

    @ParameterizedTest
    @CsvSource({"snyc", "x", "exec-environmen"})
    void doesNotGuessWhatIsNearNothing(String word) {
        assertEquals(
                "wandb-auth: ERROR " + Messages.unknownCommand("wandb-auth " + word) + "\nwandb-auth: "
                        + Messages.tryHelp("wandb-auth") + "\n",
                run(word).err());
    }

    @Test
    void guessesByTheUsualNameToo() {
        assertTrue(new CommandLineFixture()
                .startedAs("./wandb")
                .run("auth", "tokne")
                .err()
                .contains(Messages.unknownCommand("./wandb auth tokne") + "\nwandb: "
                        + Messages.didYouMean("./wandb auth token") + "\n"));
    }

    @Test
    void doesNotRepeatAKeyThatIsTypedForACommand() {
        String said = run(CommandLineFixture.LONG_KEY).err();
        assertEquals(
                "wandb-auth: ERROR " + Messages.UNKNOWN_COMMAND + "\nwandb-auth: " + Messages.tryHelp("wandb-auth")
                        + "\n",
                said);
    }

    private static Result run(String... arguments) {
        return new CommandLineFixture().startedAs("wandb-auth").run(arguments);
    }
}
