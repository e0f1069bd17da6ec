package wandb.auth.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.domain.Terminal;

class ConsoleTest {

    private static final Terminal TERMINAL = new Terminal(true, true, true);
    private static final String COLOURED =
            "wandb: Done.\nwandb: \u001b[33m\u001b[1mWARNING\u001b[0m Careful.\nwandb: \u001b[31m\u001b[1mERROR\u001b[0m It broke.\n";
    private static final String PLAIN = "wandb: Done.\nwandb: WARNING Careful.\nwandb: ERROR It broke.\n";

    @Test
    void putsThePrefixOfTheSdkBeforeASentence() {
        assertEquals("wandb: Done.\n", said(Map.of(), Terminal.NONE, console -> console.info("Done.")));
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
        return everything(variables, Terminal.NONE);
    }

    private static String everything(Map<String, String> variables, Terminal terminal) {
        return said(variables, terminal, console -> {
            console.info("Done.");
            console.warn("Careful.");
            console.error("It broke.");
        });
    }

    /** The last number tells whether colour is expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a terminal                            | TERM=xterm                       | 1",
        "a terminal without colours            | TERM=dumb                        | 0",
        "a person who wants none               | TERM=xterm NO_COLOR=1            | 0",
        "an empty wish, which is none          | TERM=xterm NO_COLOR=             | 1",
        "a person who wants none, as BSD has it| TERM=xterm CLICOLOR=0            | 0",
        "colours that are wanted anyway        | TERM=xterm CLICOLOR=1            | 1",
        "colours that are forced               | TERM=dumb CLICOLOR_FORCE=1       | 1",
        "colours that are not forced           | TERM=dumb CLICOLOR_FORCE=0       | 0",
        "forced over the weaker wish           | CLICOLOR=0 CLICOLOR_FORCE=1      | 1",
        "who wants none gets none              | NO_COLOR=1 CLICOLOR_FORCE=1      | 0"
    })
    void coloursWarningsAndErrorsAlone(String which, String variables, int isColoured) {
        assertEquals(isColoured == 1 ? COLOURED : PLAIN, everything(variables(variables), TERMINAL), which);
    }

    @Test
    void coloursWhereOnlyStandardErrorIsATerminal() {
        assertEquals(COLOURED, everything(Map.of("TERM", "xterm"), new Terminal(false, false, true)));
    }

    @Test
    void doesNotColourWhatGoesToAFileWhileOtherStreamsAreTerminals() {
        assertEquals(PLAIN, everything(Map.of("TERM", "xterm"), new Terminal(true, true, false)));
    }

    @Test
    void coloursAFileWhereThatIsForced() {
        assertEquals(COLOURED, everything(Map.of("CLICOLOR_FORCE", "1"), Terminal.NONE));
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : text.split(" ", -1)) {
            variables.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        return variables;
    }

    private static String said(Map<String, String> variables, Terminal terminal, Consumer<Console> talking) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        talking.accept(new Console(ProgramName.WANDB, CommandLineFixture.environment(variables, terminal), stream));
        return err.toString(StandardCharsets.UTF_8);
    }
}
