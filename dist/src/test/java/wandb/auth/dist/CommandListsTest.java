package wandb.auth.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;
import wandb.auth.cli.Commands;

/** What is written by hand about the commands agrees with the table of commands: the launcher and docs/commands.md. */
class CommandListsTest {

    /** Those of a branch of a shell's case. */
    private static final Pattern PATTERNS = Pattern.compile("(?m)^ +([-a-z=*|' ]+)\\)");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    static List<Commands> listed() {
        List<Commands> listed = new ArrayList<>(List.of(Commands.values()));
        listed.removeIf(command -> !command.isListed());
        return listed;
    }

    @Test
    void theLauncherKeepsTheFirstWordOfEachCommandAndNoOther() throws IOException {
        Set<String> first = new TreeSet<>();
        listed().forEach(command -> first.add(command.line().split(" ", -1)[1]));

        Set<String> kept = new TreeSet<>();
        Matcher branch = Pattern.compile("(?m)^ *([a-z| ]+)\\) ")
                .matcher(block("run_wandb() { # run_wandb ARGUMENTS\n", "\n}\n"));
        while (branch.find()) {
            kept.addAll(List.of(branch.group(1).split(" \\| ", -1)));
        }
        assertEquals(first, kept);
    }

    @Test
    void theLauncherAsksForTheEnvironmentOfAProgramByItsCommand() throws IOException {
        assertTrue(launcher().contains("\"${2-}\" = " + Commands.EXEC.word() + " ]"));
        assertTrue(launcher().contains("run_ours auth " + Commands.EXEC_ENVIRONMENT.word() + " \"$@\""));
    }

    @Test
    void theLauncherChoosesTheCacheByOptionsAndCommandsThatExist() throws IOException {
        Set<String> words = new TreeSet<>();
        for (Commands command : listed()) {
            words.addAll(List.of(command.line().split(" ", -1)));
            words.addAll(options(command));
        }
        words.add("exec-environment"); // by which the launcher asks for what 'auth exec' needs
        String choice = block("choose_cache() {", "\n}\n");
        List<String> chosenBy = new ArrayList<>();
        Matcher patterns = PATTERNS.matcher(choice);
        while (patterns.find()) {
            for (String word : patterns.group(1).split("[|'=* ]+", -1)) {
                chosenBy.add(word);
            }
        }
        chosenBy.removeIf(String::isEmpty);
        assertTrue(chosenBy.containsAll(List.of("--verify", "doctor", "login", "token")), chosenBy::toString);
        assertTrue(words.containsAll(chosenBy), chosenBy::toString);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void theTableHasARowForTheCommand(Commands command) throws IOException {
        assertTrue(rows().stream().anyMatch(row -> isOf(row, command)), command.line());
    }

    @Test
    void theTableHasNoRowForACommandOrAnOptionThatDoesNotExist() throws IOException {
        for (String row : rows()) {
            List<Commands> commands = new ArrayList<>(listed());
            commands.removeIf(command -> !isOf(row, command));
            assertEquals(1, commands.size(), row);
            Matcher option = OPTION.matcher(row);
            while (option.find()) {
                assertTrue(options(commands.getFirst()).contains(option.group()), row);
            }
        }
    }

    private static boolean isOf(String row, Commands command) {
        return (row + " ").startsWith(command.line() + " ");
    }

    private static Set<String> options(Commands command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.spec().options()) {
            names.addAll(option.hidden() ? List.of() : List.of(option.names()));
        }
        return names;
    }

    /** What is typed, by the first column of the table. */
    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `(wandb [^`]+)` \\|")
                .matcher(Files.readString(Path.of("../docs/commands.md")));
        while (row.find()) {
            rows.add(row.group(1));
        }
        return rows;
    }

    private static String launcher() throws IOException {
        return Files.readString(Path.of("src/main/launcher/wandb"));
    }

    /** The launcher's text between two others. */
    private static String block(String start, String end) throws IOException {
        String text = launcher();
        assertTrue(text.contains(start), start);
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
