package wandb.auth.dist.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.Commands;
import wandb.auth.cli.Main;

/** The model that completion scripts and manual pages are made from. */
class CommandModelsTest {

    private static final CommandModel PROGRAM = CommandModels.of(List.of("keyring", "netrc"));

    @Test
    void hasEveryCommandThatIsListed() {
        Set<String> listed = new TreeSet<>();
        for (Commands command : Commands.values()) {
            if (command.isListed()) {
                listed.add(command.line());
            }
        }
        Set<String> lines = new TreeSet<>();
        for (CommandModel command : PROGRAM.all()) {
            if (!command.isGroup()) {
                lines.add(command.line());
            }
        }
        assertEquals(listed, lines);
    }

    @Test
    void groupsTheCommandsAsTheyAreTyped() {
        List<String> groups = new ArrayList<>();
        for (CommandModel command : PROGRAM.all()) {
            if (command.isGroup()) {
                groups.add(command.line());
            }
        }
        assertEquals(List.of("wandb", "wandb auth"), groups);
    }

    @Test
    void saysWhatEachCommandAndOptionDoes() {
        for (CommandModel command : PROGRAM.all()) {
            assertTrue(command.summary().endsWith("."), command.line());
            assertFalse(command.description().isEmpty(), command.line());
            for (OptionModel option : command.options()) {
                assertFalse(option.summary().isEmpty(), command.line() + " " + option.names());
            }
        }
    }

    @Test
    void knowsTheNamesOfAnOptionAndWhatIsWrittenBehindIt() {
        Optional<ValueModel> url = Optional.of(new ValueModel("URL", false, List.of(), Optional.of("hosts")));
        OptionModel host = option("wandb status", "--host");
        assertEquals(List.of("--host", "--base-url"), host.names());
        assertEquals(url, host.value());
        assertFalse(host.isRequired());
    }

    @Test
    void knowsTheStoresThatAnOptionCanName() {
        Optional<ValueModel> stores =
                Optional.of(new ValueModel("ID", false, List.of("keyring", "netrc"), Optional.of("stores")));
        assertEquals(stores, option("wandb login", "--store").value());
        assertEquals(stores, option("wandb auth migrate", "--to").value());
        assertTrue(option("wandb auth migrate", "--to").isRequired());
    }

    @Test
    void knowsWhatNamesAProfileAndWhatAStore() {
        assertEquals(
                Optional.of("profiles"),
                option("wandb login", "--profile").value().orElseThrow().asked());
        assertEquals(
                Optional.empty(),
                option("wandb auth stores", "--name").value().orElseThrow().asked());
    }

    @Test
    void describesTheOptionsOfTheProgramAsItsHelpDoes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Main.run(new String[] {"--help"}, Main.environment(), InputStream.nullInputStream(), print, print);
        String help = out.toString(StandardCharsets.UTF_8);
        for (OptionModel option : PROGRAM.options()) {
            String names = Pattern.quote(String.join(", ", option.names()));
            String description = Pattern.quote(option.description());
            assertTrue(
                    Pattern.compile("(?m)^  " + names + " +" + description + "$")
                            .matcher(help)
                            .find(),
                    help);
        }
    }

    @Test
    void leavesOutWhatHelpLeavesOut() {
        List<String> names = new ArrayList<>();
        command("wandb login").options().forEach(option -> names.addAll(option.names()));
        assertFalse(names.contains("--anonymously"));
    }

    @Test
    void knowsWhichCommandStartsAProgram() {
        List<String> starters = new ArrayList<>();
        for (CommandModel command : PROGRAM.all()) {
            if (command.startsProgram()) {
                starters.add(command.line());
            }
        }
        assertEquals(List.of("wandb auth exec"), starters);
    }

    private static CommandModel command(String line) {
        return PROGRAM.all().stream()
                .filter(command -> command.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private static OptionModel option(String line, String name) {
        return command(line).options().stream()
                .filter(option -> option.names().contains(name))
                .findFirst()
                .orElseThrow();
    }
}
