package wandb.auth.domain.policy;

import java.util.Optional;
import wandb.auth.domain.Outcome;

/** What a lookup comes to. */
public sealed interface Decision {

    /**
     * There is a credential to use.
     *
     * @param step the step that gave it
     */
    record Use(Resolution.Step step) implements Decision {

        /**
         * Checks that the step gave one.
         *
         * @throws IllegalArgumentException if it did not
         */
        public Use {
            if (!(step.finding().outcome() instanceof Outcome.Found)) {
                throw new IllegalArgumentException("nothing was found by " + step.source());
            }
        }

        /** The credential, in the state in which it was found. */
        public Outcome.Found found() {
            return (Outcome.Found) step.finding().outcome();
        }
    }

    /**
     * A source names this account but cannot give a valid, allowed credential. No later source is used instead: a stale
     * key must not win because the right one is out of reach.
     *
     * @param step the step that says why
     */
    record Blocked(Resolution.Step step) implements Decision {}

    /** No source has a credential. */
    record Nothing() implements Decision {}

    /** What the step decides. */
    static Decision by(Optional<Resolution.Step> decisive) {
        if (decisive.isEmpty()) {
            return new Nothing();
        }
        return decisive.get().finding().outcome() instanceof Outcome.Found
                ? new Use(decisive.get())
                : new Blocked(decisive.get());
    }
}
