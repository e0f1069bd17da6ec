package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

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

class HelpTest {

    private static final int COLUMNS = 80;
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern LISTED_COMMAND = Pattern.compile("(?m)^ {2}([a-z]+(?: [a-z]+)?) {2,}\\S");

    static Stream<Arguments> commands() {
        return Stream.of(
                argumentSet("the program", List.of()),
                argumentSet("auth", List.of("auth")),
                argumentSet("login", List.of("login")),
                argumentSet("status", List.of("status")),
                argumentSet("auth token", List.of("auth", "token")),
                argumentSet("auth exec", List.of("auth", "exec")),
                argumentSet("logout", List.of("logout")),
                argumentSet("completion", List.of("completion")),
                argumentSet("auth list", List.of("auth", "list")),
                argumentSet("auth stores", List.of("auth", "stores")),
                argumentSet("auth migrate", List.of("auth", "migrate")),
                argumentSet("auth switch", List.of("auth", "switch")),
                argumentSet("auth policy", List.of("auth", "policy")));
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
        assertEquals(List.of("--help", "--json", "--profile"), optionsOf("auth", "stores"));
        assertEquals(
                List.of("--all", "--base-url", "--cloud", "--dry-run", "--help", "--host", "--profile", "--to"),
                optionsOf("auth", "migrate"));
        assertEquals(List.of("--help", "--json", "--profile"), optionsOf("auth", "policy"));
    }

    @Test
    void listsOneKeyOnly() {
        String help = help(List.of("login"), "--help").out();

        assertTrue(help.contains(" [KEY]\n"), help);
        assertFalse(help.contains("..."), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "auth"})
    void listsOnlyCommandsThatExist(String group) {
        List<String> prefix = group.isEmpty() ? List.of() : List.of(group);
        List<String> listed = listedIn(help(prefix, "--help").out());

        assertFalse(listed.isEmpty());
        for (String command : listed) {
            List<String> words = new ArrayList<>(prefix);
            words.addAll(List.of(command.split(" ", -1)));
            assertEquals(ExitCode.DONE, help(words, "--help").exitCode(), command);
        }
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
    @ValueSource(strings = {"--version", "-V"})
    void namesThisProgramAndItsVersion(String option) {
        Result result = new CommandLineFixture().run(option);

        assertEquals(ExitCode.DONE, result.exitCode());
        assertTrue(result.out().startsWith("wandb-login "), result.out());
        assertEquals(1, result.out().lines().count());
    }

    private static List<String> listedIn(String help) {
        List<String> commands = new ArrayList<>();
        Matcher matcher = LISTED_COMMAND.matcher(help);
        while (matcher.find()) {
            commands.add(matcher.group(1));
        }
        return commands;
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
