package wandb.auth.cli.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import wandb.auth.cli.CommandLineFixture;

/** How a command line is shown that somebody is to type. */
class ShownCommandLineTest {

    private static final String KEY = CommandLineFixture.KEY;

    private static CommandSpec command(String argument) {
        CommandSpec spec = CommandSpec.create().name("tool run");
        spec.addOption(OptionSpec.builder("--to").paramLabel("URL").type(String.class).build());
        spec.addOption(OptionSpec.builder("--all").build());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(argument)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        return spec;
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                argumentSet("nothing", "tool run", List.of()),
                argumentSet("words", "tool run --to x --all y", List.of("--to", "x", "--all", "y")),
                argumentSet("a value behind an equals sign", "tool run --to x", List.of("--to=x")),
                argumentSet("what a shell would act on", "tool run --to 'a b' '$x' 'it'\\''s'", List.of("--to=a b", "$x", "it's")),
                argumentSet("an empty word", "tool run --to '' ''", List.of("--to=", "")),
                argumentSet("control characters", "tool run '\\x1b[31m'", List.of("\u001b[31m")),
                argumentSet("what may be a key", "tool run --to URL KEY", List.of("--to", KEY, KEY)),
                argumentSet("an address with a password", "tool run --to URL", List.of("--to=https://me:secret@x.example")),
                argumentSet("a program with options of its own", "tool run -- ls --to", List.of("--", "ls", "--to")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isQuotedAndWithoutWhatMayBeSecret(String shown, List<String> arguments) {
        assertEquals(shown, new ShownCommandLine(command("WORD"), arguments).text());
    }

    @Test
    void hasTwoDashesBeforeAProgram() {
        assertEquals(
                "tool run --all -- ls --to x",
                new ShownCommandLine(command("-- CMD"), List.of("--all", "ls", "--to", "x")).text());
        assertEquals(
                "tool run -- ls --to", new ShownCommandLine(command("-- CMD"), List.of("--", "ls", "--to")).text());
    }

    @Test
    void hasNoArgumentOfACommandThatTakesAKey() {
        assertEquals("tool run KEY", new ShownCommandLine(command("[KEY]"), List.of("hunter2")).text());
    }
}
