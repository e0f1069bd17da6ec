package wandb.auth.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.plugins.ProcessGuard.CleanedLines;

/** What plugins print, as it arrives on standard error. */
class ProcessGuardTest {

    private static final String KEY = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b";

    @BeforeAll
    static void learnTheKey() {
        ProcessGuard.learn(ApiKey.parse(KEY));
    }

    private static List<String> shown(String printed) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream target = new PrintStream(shown, true, StandardCharsets.UTF_8);
        try (PrintStream plugin = new PrintStream(new CleanedLines(target), true, StandardCharsets.UTF_8)) {
            plugin.print(printed);
        }
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void nothingDrivesTheTerminal() {
        assertEquals(List.of("\\x1b[2Jall is well"), shown("\u001b[2Jall is well"));
    }

    @Test
    void theKeyIsMasked() {
        assertEquals(List.of("saving *** now", "done"), shown("saving " + KEY + " now\ndone\n"));
    }

    /** What begins it is too short to tell; the rest is not shown. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void aKeySpreadOverLinesIsNotShown(int size) {
        List<String> lines = shown(KEY.replaceAll("(.{" + size + "})", "$1\n") + "\ndone\n");

        assertEquals("done", lines.getLast());
        lines = lines.subList(0, lines.size() - 1).stream()
                .filter(line -> !line.isEmpty() && !line.equals(OutsideText.HIDDEN))
                .toList();
        assertEquals(KEY.substring(0, 5 / size * size), String.join("", lines));
    }
}
