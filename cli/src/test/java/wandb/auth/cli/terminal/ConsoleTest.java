package wandb.auth.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.domain.Terminal;

class ConsoleTest {

    private static final Terminal TERMINAL = new Terminal(true, true, true);
    private static final String COLOURED = "\u001b[34m\u001b[1mwandb\u001b[0m: Done.\n";
    private static final String PLAIN = "wandb: Done.\n";

    @Test
    void putsThePrefixOfTheSdkBeforeASentence() {
        assertEquals(PLAIN, said(Map.of(), Terminal.NONE, console -> console.info("Done.")));
    }

    @Test
    void marksAWarning() {
        assertEquals("wandb: WARNING Careful.\n", said(Map.of(), Terminal.NONE, console -> console.warn("Careful.")));
    }

    @Test
    void marksAFailure() {
        assertEquals("wandb: ERROR It broke.\n", said(Map.of(), Terminal.NONE, console -> console.error("It broke.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "True", "yes", "on"})
    void leavesOutWhatHappenedWhereItShallBeQuiet(String value) {
        assertEquals("wandb: WARNING Careful.\nwandb: ERROR It broke.\n", everything(Map.of("WANDB_QUIET", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "True", "yes", "on"})
    void saysOnlyWhyItFailedWhereItShallBeSilent(String value) {
        assertEquals("wandb: ERROR It broke.\n", everything(Map.of("WANDB_SILENT", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "off", "no"})
    void saysEverythingWhereTheVariablesAreOff(String value) {
        assertEquals(
                "wandb: Done.\nwandb: WARNING Careful.\nwandb: ERROR It broke.\n",
                everything(Map.of("WANDB_QUIET", value, "WANDB_SILENT", value)));
    }

    private static String everything(Map<String, String> variables) {
        return said(variables, Terminal.NONE, console -> {
            console.info("Done.");
            console.warn("Careful.");
            console.error("It broke.");
        });
    }

    @Test
    void coloursThePrefixOnATerminal() {
        assertEquals(COLOURED, said(Map.of("TERM", "xterm"), TERMINAL, console -> console.info("Done.")));
    }

    @Test
    void doesNotColourWhatGoesToAFileWhileOtherStreamsAreTerminals() {
        assertEquals(PLAIN, said(Map.of(), new Terminal(true, true, false), console -> console.info("Done.")));
    }

    @Test
    void coloursWhereOnlyStandardErrorIsATerminal() {
        assertEquals(COLOURED, said(Map.of(), new Terminal(false, false, true), console -> console.info("Done.")));
    }

    @Test
    void doesNotColourWhereThePersonWantsNone() {
        assertEquals(PLAIN, said(Map.of("NO_COLOR", "1"), TERMINAL, console -> console.info("Done.")));
    }

    @Test
    void coloursWhereTheWishForNoneIsEmpty() {
        assertEquals(COLOURED, said(Map.of("NO_COLOR", ""), TERMINAL, console -> console.info("Done.")));
    }

    @Test
    void doesNotColourOnATerminalThatCannot() {
        assertEquals(PLAIN, said(Map.of("TERM", "dumb"), TERMINAL, console -> console.info("Done.")));
    }

    private static String said(Map<String, String> variables, Terminal terminal, Consumer<Console> talking) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        talking.accept(new Console(ProgramName.WANDB, CommandLineFixture.environment(variables, terminal), stream));
        return err.toString(StandardCharsets.UTF_8);
    }
}
