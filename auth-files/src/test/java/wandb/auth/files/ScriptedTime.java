package wandb.auth.files;

import java.time.Duration;

/** A clock that only pauses move. What happens in a pause, a test says; nobody waits in truth. */
final class ScriptedTime extends Time {

    /** What another program does while we wait. */
    interface Event {
        void happen() throws Exception;
    }

    private final Event inEachPause;
    private final Duration perPause;
    private long millis;
    private int pauses;

    /** Each pause takes as long as it was asked for. */
    ScriptedTime(Event inEachPause) {
        this(inEachPause, Duration.ZERO);
    }

    /** Each pause takes at least this long. */
    ScriptedTime(Event inEachPause, Duration perPause) {
        this.inEachPause = inEachPause;
        this.perPause = perPause;
    }

    /** The number of pauses so far. */
    int pauses() {
        return pauses;
    }

    @Override
    long nanoTime() {
        return millis * 1_000_000;
    }

    @Override
    long currentTimeMillis() {
        return millis;
    }

    @Override
    boolean pause(long asked) {
        pauses++;
        millis += Math.max(asked, perPause.toMillis());
        try {
            inEachPause.happen();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
