package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.reference.CommandModel;
import wandb.auth.cli.reference.OptionModel;
import wandb.auth.cli.reference.ValueModel;

/** The model that completion scripts and manual pages are made from. */
class CommandTreeTest {

    private static final CommandModel PROGRAM = CommandTree.of(List.of("keyring", "netrc"));

    @Test
    void hasEveryCommandThatPeopleCall() throws IOException, URISyntaxException {
        Set<String> inTree = new TreeSet<>();
        for (CommandModel command : PROGRAM.all()) {
            if (!command.isGroup()) {
                String[] words =
                        command.words().subList(1, command.words().size()).toArray(String[]::new);
                inTree.add(
                        Invocation.of(words).command().orElseThrow().getClass().getSimpleName());
            }
        }
        Set<String> written = commandClasses();
        assertTrue(written.remove("ExecEnvironmentCommand"), "which only the launcher calls");
        assertEquals(written, inTree);
    }

    private static Set<String> commandClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(Command.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes.resolve("wandb/auth/cli"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Command.class") && !name.equals("Command.class"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
        }
        return names;
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
        Optional<ValueModel> url = Optional.of(new ValueModel("URL", ValueModel.Kind.WORD, List.of()));
        OptionModel host = option("wandb status", "--host");
        assertEquals(List.of("--host", "--base-url"), host.names());
        assertEquals(url, host.value());
        assertFalse(host.isRequired());
    }

    @Test
    void knowsTheStoresThatAnOptionCanName() {
        Optional<ValueModel> stores =
                Optional.of(new ValueModel("ID", ValueModel.Kind.WORD, List.of("keyring", "netrc")));
        assertEquals(stores, option("wandb login", "--store").value());
        assertEquals(stores, option("wandb auth migrate", "--to").value());
        assertTrue(option("wandb auth migrate", "--to").isRequired());
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
