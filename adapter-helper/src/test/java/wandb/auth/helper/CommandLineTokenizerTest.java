package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.CommandLineTokenizer;
import wandb.auth.helper.program.ProgramException;

class CommandLineTokenizerTest {

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("op read op://x/y", List.of("op", "read", "op://x/y")),
                Arguments.of("  a\t b \n c ", List.of("a", "b", "c")),
                Arguments.of("a 'b c' d", List.of("a", "b c", "d")),
                Arguments.of("a \"b c\" d", List.of("a", "b c", "d")),
                Arguments.of("a '' \"\"", List.of("a", "", "")),
                Arguments.of("a b'c'\"d\"e", List.of("a", "bcde")),
                Arguments.of("a '\"$x`|\\'", List.of("a", "\"$x`|\\")),
                Arguments.of("a \"\\\"\\\\ \\n '|&;\"", List.of("a", "\"\\ \\n '|&;")),
                Arguments.of("a b\\ c \\' \\$ \\|", List.of("a", "b c", "'", "$", "|")),
                Arguments.of("a \\", List.of("a", "\\")),
                Arguments.of("gpg -d ~/.netrc.gpg", List.of("gpg", "-d", "/home/me/.netrc.gpg")),
                Arguments.of("a '~/b' \"~/c\" \\~/d", List.of("a", "~/b", "~/c", "~/d")),
                Arguments.of("a ~ ~me b~/c --x=~/d", List.of("a", "~", "~me", "b~/c", "--x=~/d")),
                Arguments.of("a * ? [b] {c} # %d !e", List.of("a", "*", "?", "[b]", "{c}", "#", "%d", "!e")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theWordsAre(String command, List<String> words) throws ProgramException {
        assertEquals(words, CommandLineTokenizer.of(command, "/home/me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a|b", "a > b", "a < b", "a & b", "a; b", "a $b", "a $(b)", "a `b`", "a \"$b\"", "a \"`b`\""})
    void whatOnlyAShellDoesIsRefused(String command) {
        ProgramException problem =
                assertThrows(ProgramException.class, () -> CommandLineTokenizer.of(command, "/home/me"));
        assertTrue(problem.reason().problem().contains("no shell runs it"), problem.reason()::problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'b", "a \"b", "a \"b\\\"", "'"})
    void anOpenQuoteIsRefused(String command) {
        ProgramException problem =
                assertThrows(ProgramException.class, () -> CommandLineTokenizer.of(command, "/home/me"));
        assertEquals(Messages.openQuote(), problem.reason());
    }

    @Test
    void noWordsAreNoCommand() {
        assertThrows(ProgramException.class, () -> CommandLineTokenizer.of(" \n", "/home/me"));
    }
}
