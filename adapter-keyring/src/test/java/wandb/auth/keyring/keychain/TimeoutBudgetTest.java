package wandb.auth.keyring.keychain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Deadline;

class TimeoutBudgetTest {

    private static TimeoutBudget patience(Duration untilDeadline, Duration forPrograms) {
        return new TimeoutBudget(Deadline.after(untilDeadline, System.nanoTime()), forPrograms);
    }

    private static void assertAtMost(Duration longest, TimeoutBudget patience) {
        assertTrue(patience.remainingNanos() <= longest.toNanos());
    }

    @Test
    void programsAreWaitedForAsLongAsTheyMayTake() {
        assertAtMost(Duration.ofSeconds(4), patience(Duration.ofHours(1), TimeoutBudget.FOR_PROGRAMS));
    }

    @Test
    void aPersonIsWaitedForUntilTheDeadline() {
        TimeoutBudget patience = patience(Duration.ofDays(2), Duration.ofSeconds(4));
        patience.beginAsking();
        assertTrue(patience.remainingNanos() > Duration.ofDays(1).toNanos());
        patience.endAsking();
        assertAtMost(Duration.ofSeconds(4), patience);
    }

    @Test
    void nothingIsWaitedForBeyondTheDeadline() {
        assertAtMost(Duration.ofSeconds(1), patience(Duration.ofSeconds(1), Duration.ofHours(1)));
    }
}
