package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    /** The scale may start anywhere and wraps around. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, -1_000, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE})
    void aDeadlinePassesAtItsMomentWhereverTheScaleStarts(long now) {
        Deadline deadline = Deadline.after(Duration.ofNanos(2), now);
        assertFalse(deadline.hasPassed(now));
        assertFalse(deadline.hasPassed(now + 1));
        assertTrue(deadline.hasPassed(now + 2));
        assertTrue(deadline.hasPassed(now + 3));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void whatRemainsShrinksToZero(long now) {
        Deadline deadline = Deadline.after(Duration.ofNanos(2), now);
        assertEquals(Duration.ofNanos(2), deadline.remaining(now));
        assertEquals(Duration.ofNanos(1), deadline.remaining(now + 1));
        assertEquals(Duration.ZERO, deadline.remaining(now + 2));
        assertEquals(Duration.ZERO, deadline.remaining(now + 100));
    }
}
