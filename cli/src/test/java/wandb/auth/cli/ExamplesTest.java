package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.context.ExitCode;

/** The examples of the help work as they stand there. */
class ExamplesTest {

    static Stream<Example> examples() {
        List<Example> examples = new ArrayList<>(HelpText.examples(HelpText.PROGRAM));
        examples.addAll(HelpText.examples(HelpText.AUTH));
        for (Commands command : Commands.values()) {
            examples.addAll(command.examples());
        }
        return examples.stream();
    }

    /** The words of our part of the line, as a shell takes them apart. */
    private static List<String> words(String line) {
        int start = line.indexOf("wandb ");
        List<String> words = new ArrayList<>();
        for (String word : line.substring(start + "wandb ".length()).split(" ", -1)) {
            if (List.of("<", ">", "|").contains(word)) {
                break;
            }
            words.add(word.replaceFirst("\\)\"$", ""));
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs(Example example) {
        CommandLineFixture line = new CommandLineFixture().input(CommandLineFixture.KEY + "\n");
        line.run("login", "--profile", "work", CommandLineFixture.OTHER_KEY);
        line.run("login", CommandLineFixture.KEY);
        List<String> words = words(example.line());
        boolean isTheLaunchers = words.contains(Commands.EXEC.word());
        if (isTheLaunchers) {
            words = new ArrayList<>(words.subList(0, words.indexOf("--")));
            words.set(1, Commands.EXEC_ENVIRONMENT.word());
        }
        Result result = line.run(words.toArray(String[]::new));

        assertTrue(
                List.of(ExitCode.DONE, ExitCode.FAILED, ExitCode.NO_CREDENTIAL).contains(result.exitCode()),
                result.toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysWhatItIsForAndFitsItsLine(Example example) {
        assertTrue(example.purpose().matches("[A-Z].*[^.:]"), example.purpose());
        assertTrue(example.line().length() <= 76, example.line());
        assertEquals(example.line().strip(), example.line());
    }
}
