package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.FakeAdapters;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.CompositionRoot;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Terminal;

class KeyInputTest {

    private static final int MEBIBYTE = 1 << 20;

    static Stream<Arguments> inputs() {
        return Stream.of(
                argumentSet("no line end", "key", "key"),
                argumentSet("LF", "key\n", "key"),
                argumentSet("CR LF", "key\r\n", "key"),
                argumentSet("empty line after it", "key\n\n", "key"),
                argumentSet("blanks after the line", "key\r\n \t\r\n", "key\r\n \t"),
                argumentSet("nothing", "", ""),
                argumentSet("an empty line", "\n", ""),
                argumentSet("CR at the end", "key\r", "key"),
                argumentSet("empty lines before it", "\n\nkey\n", "\n\nkey"),
                argumentSet("CR inside, which ends no line", "key\rkey\n", "key\rkey"),
                argumentSet("two CR before LF", "key\r\r\n", "key"),
                argumentSet("blanks around the key, which are left out later", " key \n", " key "),
                argumentSet("null character", "k\0y\n", "k\0y"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isTheLineWithoutItsEnd(String input, String line) {
        assertEquals(line, lineOf(input));
    }

    static Stream<Arguments> inputsOfMoreLines() {
        return Stream.of(
                argumentSet("second key", "key\nkey\n"), argumentSet("second key after blank lines", "key\n\n\nkey"));
    }

    @ParameterizedTest
    @MethodSource("inputsOfMoreLines")
    void refusesMoreLinesThanOne(String input) {
        assertEquals(
                Messages.INPUT_OF_SEVERAL_LINES,
                assertThrows(InputException.class, () -> lineOf(input)).getMessage());
    }

    static Stream<Arguments> inputsThatAreNoKey() {
        String key = "a".repeat(40);
        return Stream.of(
                argumentSet("null character", key + "\0"),
                argumentSet("letter beyond ASCII", key + "\u00e9"),
                argumentSet("byte order mark", "\ufeff" + key));
    }

    @ParameterizedTest
    @MethodSource("inputsThatAreNoKey")
    void doesNotMakeAKeyOfWhatIsNone(String input) {
        String line = lineOf(input);

        assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse(line));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                argumentSet("UTF-8", "\u00a0key\n".getBytes(StandardCharsets.UTF_8)),
                argumentSet("UTF-16, low byte first", "\ufeff\u00a0key\r\n".getBytes(StandardCharsets.UTF_16LE)),
                argumentSet("UTF-16, high byte first", "\ufeff\u00a0key\r\n".getBytes(StandardCharsets.UTF_16BE)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsWhatEditorsAndShellsWrite(byte[] input) {
        assertEquals("\u00a0key", lineOf(new ByteArrayInputStream(input)));
    }

    @Test
    void readsALineOfTheGreatestSize() {
        assertEquals(MEBIBYTE, lineOf("a".repeat(MEBIBYTE)).length());
    }

    @Test
    void refusesWhatIsTooMuchForAKeyWithoutReadingItToItsEnd() throws IOException {
        InputStream large = new ByteArrayInputStream(new byte[2 * MEBIBYTE]);

        assertEquals(
                Messages.INPUT_TOO_LONG,
                assertThrows(InputException.class, () -> lineOf(large)).getMessage());
        assertEquals(MEBIBYTE - 1, large.available());
    }

    @Test
    void saysThatStandardInputCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("with a text that nobody should see");
            }

            @Override
            public int read(byte[] buffer, int start, int length) throws IOException {
                return read();
            }
        };

        assertEquals(
                Messages.INPUT_UNREADABLE,
                assertThrows(InputException.class, () -> lineOf(broken)).getMessage());
    }

    @Test
    void doesNotWaitForSomebodyAtTheTerminal() {
        CommandContext context = context(new Terminal(true, false, false), InputStream.nullInputStream());

        assertThrows(UsageException.class, () -> KeyInput.line(context));
    }

    private static String lineOf(String input) {
        return lineOf(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private static String lineOf(InputStream input) {
        return KeyInput.line(context(Terminal.NONE, input));
    }

    private static CommandContext context(Terminal terminal, InputStream input) {
        Environment environment = CommandLineFixture.environment(Map.of(), terminal);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(ProgramName.WANDB, environment, nowhere);
        CompositionRoot compositionRoot = new CompositionRoot(environment, new FakeAdapters(), console);
        return new CommandContext(environment, input, nowhere, console, compositionRoot);
    }
}
