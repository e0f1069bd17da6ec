package wandb.auth.app.store;

import java.util.Optional;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
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
     * @param inTarget the state of the same key in the store that it is to be saved in; empty if nothing was there
     */
    record Existing(Step step, Optional<Revision> inTarget) implements KeySource {

        /** A key that was in this place only. */
        public Existing(Step step) {
            this(step, Optional.empty());
        }

        @Override
        public Optional<Step> found() {
            return Optional.of(step);
        }

        @Override
        public Precondition expectedInTarget() {
            return inTarget.<Precondition>map(Precondition.Exactly::new).orElseGet(Precondition.Absent::new);
        }
    }

    /** The step of the lookup that gave it; empty if a person did. */
    default Optional<Step> found() {
        return Optional.empty();
    }

    /** Whether it came out of this source. */
    default boolean isIn(SourceId source) {
        Optional<Step> found = found();
        return found.isPresent() && found.get().source().equals(source);
    }

    /** What may be replaced in the store that the key is saved in: a key that is only moved replaces no other key. */
    default Precondition expectedInTarget() {
        return new Precondition.Anything();
    }

    /** What may be erased from this source now: of a key that came out of it, only what was read then. */
    default Precondition expectedIn(SourceId source) {
        if (isIn(source) && found().orElseThrow().finding().outcome() instanceof Outcome.Found found) {
            return new Precondition.Exactly(found.revision());
        }
        return new Precondition.Anything();
    }
}
