package wandb.auth.keyring.keychain;

import java.time.Duration;
import wandb.auth.domain.Deadline;

/**
 * How long a call of the store waits: a few seconds for programs, and while a person is being asked as long as the query
 * allows; never longer than that.
 */
public final class TimeoutBudget {

    /** How long programs are waited for unless the user sets another time: 4 s. */
    public static final Duration FOR_PROGRAMS = Duration.ofSeconds(4);

    private final Deadline deadline;
    private final Duration forPrograms;
    private volatile Deadline current;

    /** One that begins now. */
    public TimeoutBudget(Deadline deadline, Duration forPrograms) {
        this.deadline = deadline;
        this.forPrograms = forPrograms;
        this.current = untilSilence();
    }

    /** How long a question of the keychain may take to complete by itself: a part of what programs have. */
    public Duration forProgramsAlone() {
        return forPrograms.dividedBy(4);
    }

    /** From now on a person is being asked. */
    public void beginAsking() {
        current = deadline;
    }

    /** The person has answered. */
    public void endAsking() {
        current = untilSilence();
    }

    /** How long to wait still; zero or less where time is up. */
    public long remainingNanos() {
        return current.nanoTime() - System.nanoTime();
    }

    private Deadline untilSilence() {
        long now = System.nanoTime();
        Deadline silence = Deadline.after(forPrograms, now);
        return deadline.nanoTime() - silence.nanoTime() < 0 ? deadline : silence;
    }
}
