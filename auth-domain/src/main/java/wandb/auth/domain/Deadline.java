package wandb.auth.domain;

import java.time.Duration;

/**
 * The moment by which a call must have ended, on the scale of {@link System#nanoTime()}, which no change of the clock
 * moves. Whoever asks passes the present moment in.
 *
 * @param nanoTime the moment, in nanoseconds
 * @since 0.1
 */
public record Deadline(long nanoTime) {

    /** The moment that lies this long after the present one. */
    public static Deadline after(Duration duration, long nowNanoTime) {
        return new Deadline(nowNanoTime + duration.toNanos());
    }

    /** Whether the moment has come. */
    public boolean hasPassed(long nowNanoTime) {
        return nowNanoTime - nanoTime >= 0;
    }

    /** How long it is until then; zero once it has come. */
    public Duration remaining(long nowNanoTime) {
        return hasPassed(nowNanoTime) ? Duration.ZERO : Duration.ofNanos(nanoTime - nowNanoTime);
    }
}
