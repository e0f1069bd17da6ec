package wandb.auth.keyring;

import java.time.Duration;
import wandb.auth.domain.Deadline;

/**
 * How long a call of the store waits: {@value #SECONDS_OF_SILENCE} seconds for programs, and while a person is being asked
 * as long as the query allows; never longer than that.
 */
final class Patience {

    private static final int SECONDS_OF_SILENCE = 4;

    private final Deadline deadline;
    private volatile Deadline current;

    Patience(Deadline deadline) {
        this.deadline = deadline;
        this.current = forPrograms();
    }

    /** From now on a person is being asked. */
    void beginAsking() {
        current = deadline;
    }

    /** The person has answered. */
    void endAsking() {
        current = forPrograms();
    }

    /** How long to wait still; zero or less where time is up. */
    long remainingNanos() {
        return current.nanoTime() - System.nanoTime();
    }

    private Deadline forPrograms() {
        long now = System.nanoTime();
        Deadline silence = Deadline.after(Duration.ofSeconds(SECONDS_OF_SILENCE), now);
        return deadline.nanoTime() - silence.nanoTime() < 0 ? deadline : silence;
    }
}
