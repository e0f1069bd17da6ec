package wandb.auth.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.OperatingSystem;

/** Where each system has the echo, the key for SIGQUIT and the second key that ends a line, by its {@code termios.h}. */
class TerminalSettingsTest {

    @ParameterizedTest
    @CsvSource({"LINUX, 12, 18, 0x00, 28", "MACOS, 24, 40, 0xff, 33"})
    void withoutEchoTheKeyForSigquitEndsTheLine(OperatingSystem system, int modes, int quit, int none, int endOfLine) {
        byte[] shown = new byte[TerminalSettings.SIZE];
        Arrays.fill(shown, (byte) 0x5a);
        byte[] hidden = shown.clone();
        hidden[modes] = 0x52;
        hidden[quit] = (byte) none;
        hidden[endOfLine] = 0x1c;

        TerminalSettings settings = new TerminalSettings(system, shown);

        assertTrue(settings.haveEcho());
        assertFalse(settings.withoutEcho().haveEcho());
        assertArrayEquals(hidden, settings.withoutEcho().bytes());
        assertArrayEquals(shown, settings.bytes());
    }

    @Test
    void ofAnotherSystemTheyAreNotKnown() {
        assertFalse(TerminalSettings.areKnown(OperatingSystem.OTHER));
    }
}
