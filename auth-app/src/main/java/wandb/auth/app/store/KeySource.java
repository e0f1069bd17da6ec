package wandb.auth.app.store;

import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.spi.Precondition;

/** Where a key that is to be saved, or used from now on, came from. */
public sealed interface KeySource {

    /** An argument of the command line, which other users of the machine can see and the shell's history keeps. */
    record Argument() implements KeySource {}

    /** Standard input, or a prompt. */
    record Input() implements KeySource {}

    /**
     * It was there already.
     *
     * @param step the step of the lookup that gave it
     */
    record Existing(Step step) implements KeySource {}

    /** Whether it came out of this source. */
    default boolean isIn(SourceId source) {
        return this instanceof Existing existing && existing.step().source().equals(source);
    }

    /** What may be erased from this source now: of a key that came out of it, only what was read then. */
    default Precondition expectedIn(SourceId source) {
        return this instanceof Existing existing
                        && isIn(source)
                        && existing.step().finding().outcome() instanceof Outcome.Found found
                ? new Precondition.Exactly(found.revision())
                : new Precondition.Anything();
    }
}
