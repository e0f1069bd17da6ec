package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Terminal;

class HelpTest {

    private static final int COLUMNS = 80;
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    private static final String PROGRAM = """
            Usage: wandb COMMAND [OPTIONS] [ARGUMENTS]

            Logs this machine in to a Weights & Biases server.

            Log in and out:
              login   Save an API key, or report the one in use.
              logout  Erase the API key of a server.
              status  Show the server and where its credential comes from.

            Keys and accounts:
              auth token    Print the API key, for a program that needs it.
              auth exec     Run a program with the API key in its environment.
              auth list     List the accounts and the stores that hold their keys.
              auth stores   List the stores, and whether they can be used.
              auth migrate  Move keys to another store.
              auth switch   Choose the profile whose key the Python SDK finds.
              auth hook     Let the Python SDK find the key by itself, also in notebooks.
              auth policy   Show the rules in force, and where they are set.
              auth doctor   Find problems on this machine, and how to fix them.

            This program:
              completion  Print the completion script of a shell.
              help        Show what a command does, its options and examples.
              version     Show the version of this program.

            Options:
              -h, --help     Show this help.
              -V, --version  Show the version.

            Examples:
              Save a key, typed without being shown:
                wandb login
              See which key is used, and where it comes from:
                wandb status
              Move the key out of the plaintext file:
                wandb auth migrate --to keyring
              Show the options of a command:
                wandb help login

            'wandb COMMAND --help' tells more. Every other command, and 'wandb status
            --settings', goes to the wandb of the Python SDK, if PATH has one.
            """;

    private static final String AUTH = """
            Usage: wandb auth COMMAND [OPTIONS] [ARGUMENTS]

            Manages the API keys of this machine, and gives them to programs.

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

            Options:
              -h, --help  Show this help.

            Examples:
              Run a program with the key in its environment:
                wandb auth exec -- python train.py
              See which accounts have a key here:
                wandb auth list
              Find out what is wrong on this machine:
                wandb auth doctor

            'wandb auth COMMAND --help' tells more.
            """;

    private static final String TOKEN = """
            Usage: wandb auth token [OPTIONS]

            Prints the API key of this machine, and nothing else, for a program that needs
            it. With WANDB_IDENTITY_TOKEN_FILE, prints the access token that the server
            gives for it.

            Account:
              --host, --base-url URL  The server, such as https://wandb.example.com. Without
                                      it: WANDB_BASE_URL, else what the settings files say,
                                      else what the policy says, else the public cloud.
              --cloud                 The public cloud, https://api.wandb.ai, whatever is
                                      configured.
              --profile NAME          Which of several accounts on the server. Without it:
                                      WANDB_PROFILE, else the nearest wandb/auth.ini, else
                                      your own auth.ini, else 'default'.

            Other options:
              -h, --help  Show this help.

            Examples:
              See whether there is a key, without showing it:
                wandb auth token > /dev/null && echo yes
              Set it for the programs of a script:
                export WANDB_API_KEY="$(wandb auth token)"
              Print the key of another profile:
                wandb auth token --profile work
            """;

    /** The groups and each command, without the program's name. */
    static Stream<Arguments> commands() {
        Stream<String> listed =
                Stream.of(Commands.values()).filter(Commands::isListed).map(Commands::line);
        return Stream.concat(Stream.of(HelpText.PROGRAM, HelpText.AUTH), listed).map(line -> {
            List<String> words = List.of(line.split(" ", -1));
            return argumentSet(line, words.subList(1, words.size()));
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void goesToStandardOutputAndSucceeds(List<String> command) {
        Result result = help(command, "--help");

        assertEquals(ExitCode.DONE, result.exitCode());
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("Usage: wandb" + suffix(command) + " "), result.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isTheSameForTheShortOption(List<String> command) {
        assertEquals(help(command, "--help"), help(command, "-h"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsEightyColumnsOfPlainText(List<String> command) {
        for (String line : help(command, "--help").out().split("\n", -1)) {
            assertTrue(line.length() <= COLUMNS, line);
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
            assertEquals(line.stripTrailing(), line);
        }
    }

    /** What is to be typed stays in one line, to be copied. */
    @ParameterizedTest
    @MethodSource("commands")
    void fitsANarrowerTerminal(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add("--help");
        String help = new CommandLineFixture()
                .terminal(new Terminal(true, true, true))
                .variable("COLUMNS", "40")
                .run(words.toArray(String[]::new))
                .out();

        boolean isExample = false;
        for (String line : help.split("\n", -1)) {
            isExample |= line.equals("Examples:");
            boolean isTyped = isExample && line.startsWith("    ");
            assertTrue(line.length() <= 40 || isTyped, line);
        }
        assertEquals(words(help(command, "--help").out()), words(help));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    @Test
    void listsForEachCommandTheOptionsThatItHas() {
        assertEquals(
                List.of(
                        "--allow-http",
                        "--base-url",
                        "--cloud",
                        "--help",
                        "--host",
                        "--keep-plaintext",
                        "--key-stdin",
                        "--no-verify",
                        "--open",
                        "--profile",
                        "--relogin",
                        "--store",
                        "--verify"),
                optionsOf("login"));
        assertEquals(List.of("--base-url", "--cloud", "--help", "--host", "--json", "--profile"), optionsOf("status"));
        assertEquals(List.of("--base-url", "--cloud", "--help", "--host", "--profile"), optionsOf("auth", "token"));
        assertEquals(List.of("--base-url", "--cloud", "--help", "--host", "--profile"), optionsOf("auth", "exec"));
        assertEquals(List.of("--all", "--base-url", "--cloud", "--help", "--host", "--profile"), optionsOf("logout"));
        assertEquals(List.of("--help"), optionsOf("completion"));
        assertEquals(List.of("--help", "--json", "--profile"), optionsOf("auth", "list"));
        assertEquals(List.of("--dry-run", "--help", "--json", "--name", "--profile"), optionsOf("auth", "stores"));
        assertEquals(
                List.of("--all", "--base-url", "--cloud", "--dry-run", "--help", "--host", "--profile", "--to"),
                optionsOf("auth", "migrate"));
        assertEquals(List.of("--check", "--help", "--json", "--profile"), optionsOf("auth", "policy"));
        assertEquals(List.of("--help", "--json", "--profile"), optionsOf("auth", "doctor"));
        assertEquals(List.of("--base-url", "--cloud", "--help", "--host", "--profile"), optionsOf("auth", "switch"));
    }

    @Test
    void listsOneKeyOnly() {
        String help = help(List.of("login"), "--help").out();

        assertTrue(help.contains(" [KEY]\n"), help);
        assertFalse(help.lines().findFirst().orElseThrow().contains("..."), help);
    }

    @Test
    void listsEveryCommandOfTheProgram() {
        assertEquals(PROGRAM, help(List.of(), "--help").out());
    }

    @Test
    void groupsTheOptionsOfACommandUnderHeadings() {
        assertEquals(TOKEN, help(List.of("auth", "token"), "--help").out());
    }

    @Test
    void listsTheCommandsOfAGroup() {
        assertEquals(AUTH, help(List.of("auth"), "--help").out());
    }

    @Test
    void doesNotListTheCommandThatOnlyTheLauncherCalls() {
        assertFalse(help(List.of("auth"), "--help").out().contains("environment "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auth"})
    void isWhatAGroupWithoutACommandShows(String group) {
        List<String> words = group.isEmpty() ? List.of() : List.of(group);

        assertEquals(help(words, "--help"), new CommandLineFixture().run(words.toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasTwoToFourExamples(List<String> command) {
        String help = help(command, "--help").out();
        String examples = help.substring(help.indexOf("\nExamples:\n"));
        long lines = examples.lines().filter(line -> line.startsWith("    ")).count();

        assertTrue(lines >= 2 && lines <= 4, help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isTheSameForTheCommandOfThatName(List<String> command) {
        List<String> words = new ArrayList<>(List.of("help"));
        words.addAll(command);

        assertEquals(help(command, "--help"), new CommandLineFixture().run(words.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help token", "help auth token", "auth help token"})
    void ofTheOwnNameTakesTheCommandWithAuthOrWithout(String command) {
        Result result = new CommandLineFixture().startedAs("wandb-auth").run(command.split(" ", -1));

        assertTrue(result.out().startsWith("Usage: wandb-auth token [OPTIONS]\n"), result.toString());
    }

    static Stream<Arguments> otherNames() {
        return Stream.of(
                arguments("lgoin", Messages.unknownCommand("wandb lgoin"), Messages.didYouMean("wandb help login")),
                arguments("whoami", Messages.unknownCommand("wandb whoami"), Messages.didYouMean("wandb help status")),
                arguments(
                        "auth tokn",
                        Messages.unknownCommand("wandb auth tokn"),
                        Messages.didYouMean("wandb help auth token")),
                arguments("nonsense", Messages.unknownCommand("wandb nonsense"), Messages.tryHelp("wandb help")),
                arguments("sync", Messages.helpIsOfSdk("sync"), Messages.tryHelp("wandb help")));
    }

    @ParameterizedTest
    @MethodSource("otherNames")
    void guessesTheCommandOfAnotherName(String command, String message, String wayOn) {
        List<String> words = new ArrayList<>(List.of("help"));
        words.addAll(List.of(command.split(" ", -1)));

        assertEquals(
                new Result(ExitCode.USAGE, "", "wandb: ERROR " + message + "\nwandb: " + wayOn + "\n"),
                new CommandLineFixture().run(words.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "version"})
    void namesThisProgramAndItsVersion(String option) {
        Result result = new CommandLineFixture().run(option);

        assertEquals(ExitCode.DONE, result.exitCode());
        assertTrue(result.out().startsWith("wandb-auth "), result.out());
        assertEquals(1, result.out().lines().count());
    }

    private static List<String> optionsOf(String... command) {
        TreeSet<String> options = new TreeSet<>();
        Matcher matcher = OPTION.matcher(help(List.of(command), "--help").out());
        while (matcher.find()) {
            options.add(matcher.group());
        }
        return List.copyOf(options);
    }

    private static String suffix(List<String> command) {
        return command.isEmpty() ? "" : " " + String.join(" ", command);
    }

    private static Result help(List<String> command, String option) {
        List<String> words = new ArrayList<>(command);
        words.add(option);
        return new CommandLineFixture().run(words.toArray(String[]::new));
    }
}
