package wandb.auth.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long waits show what is waited for. The clock is the test's: a second passes when it says so. */
class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Runnable> pending = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private int width = 80;
    private final Progress progress =
            new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), "wandb: ", () -> width, this::later);

    private Runnable later(Duration delay, Runnable action) {
        delays.add(delay);
        pending.add(action);
        return () -> pending.remove(action);
    }

    private void aSecondPasses() {
        List.copyOf(pending).forEach(Runnable::run);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showNothingWhereTheyAreShort() {
        assertEquals("done", progress.during("Waiting for the store keyring", () -> "done"));
        assertEquals("", shown());
        assertEquals(List.of(), pending);
    }

    @Test
    void areShownAfterASecondAndErasedAfterwards() {
        String line = "wandb: Waiting for the store keyring ...";
        String shownMeanwhile = progress.during("Waiting for the store keyring", () -> {
            aSecondPasses();
            return shown();
        });

        assertEquals(List.of(Duration.ofSeconds(1)), delays);
        assertEquals(line, shownMeanwhile);
        assertEquals(line + "\r" + " ".repeat(line.length()) + "\r", shown());
    }

    @Test
    void areErasedWhereTheWorkFails() {
        assertThrows(IllegalStateException.class, () -> progress.during("Waiting", () -> {
            aSecondPasses();
            throw new IllegalStateException("it broke");
        }));
        assertEquals(true, shown().endsWith("\r"));
    }

    @Test
    void giveWayToWhatIsSaidMeanwhile() {
        progress.during("Waiting", () -> {
            aSecondPasses();
            progress.hide();
            err.writeBytes("said\n".getBytes(StandardCharsets.UTF_8));
            return "done";
        });

        assertEquals(true, shown().endsWith("\rsaid\n"), shown());
    }

    @Test
    void fitTheTerminalSoThatTheyCanBeErased() {
        width = 40;
        progress.during("Waiting for https://wandb.example.com to check the key", () -> {
            aSecondPasses();
            assertEquals("wandb: Waiting for https://wandb.exampl", shown());
            return "done";
        });
    }

    @Test
    void withinAnotherOneAreNotToldApart() {
        progress.during("outer", () -> progress.during("inner", () -> {
            aSecondPasses();
            assertEquals("wandb: outer ...", shown());
            return "done";
        }));
    }

    /** The second of a wait that is over may pass in the next one. */
    @Test
    void areNotShownForAnotherOne() {
        progress.during("first", () -> "done");
        List<Runnable> late = new ArrayList<>();
        progress.during("second", () -> {
            late.addAll(pending);
            return "done";
        });
        late.forEach(Runnable::run);

        assertEquals("", shown());
    }
}
