package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.ProgramName;

/** The table of commands, and how the router finds one by it. */
class CommandsTest {

    @Test
    void hasEachClassOfACommandOnce() throws IOException, URISyntaxException {
        List<String> classes = new ArrayList<>();
        for (Commands command : Commands.values()) {
            classes.add(command.command().getClass().getSimpleName());
        }
        assertEquals(List.copyOf(commandClasses()), classes.stream().sorted().toList());
    }

    @ParameterizedTest
    @EnumSource
    void itsWordIsNotTakenForAKey(Commands command) {
        String said = new CommandLineFixture().run("login", command.word()).err();

        if (command.isListed()) {
            assertTrue(said.contains(Messages.LOOKS_LIKE_COMMAND), said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void putsNothingForVariablesInItsTexts(Commands command) {
        assertFalse(command.spec().interpolateVariables());
    }

    /** The parser in the image knows no others ({@code PicocliDefaults} of the module dist). */
    @ParameterizedTest
    @EnumSource
    void takesTextsAndSwitchesOnly(Commands command) {
        for (ArgSpec argument : command.spec().args()) {
            for (Class<?> type : argument.auxiliaryTypes()) {
                assertTrue(Set.of(String.class, Boolean.class, boolean.class).contains(type), argument::toString);
            }
        }
    }

    /** The parser in the image takes nothing else for one, and gives none a value that is not typed. */
    @ParameterizedTest
    @EnumSource
    void hasOptionsThatBeginWithADashAndNoValuesForThoseLeftOut(Commands command) {
        assertTrue(command.spec().optionsMap().keySet().stream().allMatch(name -> name.startsWith("-")));
        assertTrue(command.spec().args().stream().allMatch(argument -> argument.defaultValue() == null));
    }

    /** The same of those that can be negated. */
    @ParameterizedTest
    @EnumSource
    void hasNoOptionThatCanBeNegated(Commands command) {
        assertTrue(command.spec().options().stream().noneMatch(OptionSpec::negatable));
    }

    private static Set<String> commandClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(Command.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> names = new TreeSet<>();
        for (String folder : List.of("", "command", "reference")) {
            try (Stream<Path> files = Files.list(classes.resolve("wandb/auth/cli/" + folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Command.class")
                                && !Set.of("Command.class", "TextCommand.class", "UnknownCommand.class")
                                        .contains(name))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
            }
        }
        return names;
    }

    @Test
    void listsAllButThoseThatPeopleDoNotCall() {
        List<Commands> unlisted = Arrays.stream(Commands.values())
                .filter(command -> !command.isListed())
                .toList();
        assertEquals(List.of(Commands.EXEC_ENVIRONMENT, Commands.CANDIDATES), unlisted);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXEC_ENVIRONMENT", "CANDIDATES"})
    void saysWhatACommandDoesInOneSentence(Commands command) {
        assertTrue(command.summary().matches("[A-Z][^.]*\\."), command.summary());
    }

    @ParameterizedTest
    @EnumSource
    void findsACommandByItsGroupAndItsWord(Commands command) {
        List<String> typed = new ArrayList<>(List.of((command.group() + " " + command.word()).split(" ", -1)));
        assertEquals("wandb", typed.removeFirst());
        typed.add("--option");
        CommandLineRouter route = CommandLineRouter.of(ProgramName.WANDB, typed.toArray(String[]::new));

        assertSame(command, route.command().orElseThrow());
        assertEquals(List.of("--option"), List.of(route.rest()));
    }

    @Test
    void callsThePartThatOnlyTheLauncherCallsByTheNameOfTheWhole() {
        assertEquals(
                "wandb auth exec",
                CommandLineRouter.of(ProgramName.WANDB, "auth", "exec-environment")
                        .line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "Login", "logi", "login ", "auth token", "", "-h"})
    void findsNoCommandOfTheProgramByAnythingElse(String word) {
        CommandLineRouter route = CommandLineRouter.of(ProgramName.WANDB, word);

        assertEquals(Optional.empty(), route.command());
        assertEquals("wandb", route.line());
        assertEquals(List.of(word), List.of(route.rest()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "Token", "auth", "", "--help"})
    void findsNoCommandOfAGroupByAnythingElse(String word) {
        CommandLineRouter route = CommandLineRouter.of(ProgramName.WANDB, "auth", word);

        assertEquals(Optional.empty(), route.command());
        assertEquals("wandb auth", route.line());
        assertEquals(List.of(word), List.of(route.rest()));
    }

    @Test
    void findsNoCommandWithoutAWord() {
        assertFalse(CommandLineRouter.of(ProgramName.WANDB).command().isPresent());
        assertFalse(CommandLineRouter.of(ProgramName.WANDB, "auth").command().isPresent());
    }
}
