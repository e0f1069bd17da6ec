package wandb.auth.domain.port;

import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;

/** What a catalog has under an id. */
public sealed interface StoreLookup {

    /** Whether what keeps the keys is on this machine; where it is not, no key can be found, saved or erased there. */
    default boolean isInstalled() {
        return true;
    }

    /** Why it cannot be opened; empty if it can, or where the policy forbids it. */
    default Optional<Reason> broken() {
        return Optional.empty();
    }

    /** The rule by which it may not be opened; empty if it may. */
    default Optional<Rule> forbidden() {
        return Optional.empty();
    }

    /**
     * It is there.
     *
     * @param source the source; a {@link CredentialStore} where it can save too
     */
    record Opened(CredentialSource source) implements StoreLookup {}

    /**
     * It is there, and the policy forbids it; none of its code was loaded.
     *
     * @param rule by which rule
     */
    record Forbidden(Rule rule) implements StoreLookup {
        @Override
        public Optional<Rule> forbidden() {
            return Optional.of(rule);
        }
    }

    /**
     * It is set up and cannot be used.
     *
     * @param reason why, and what to do
     * @param isInstalled whether its program is on this machine
     */
    record Broken(Reason reason, boolean isInstalled) implements StoreLookup {

        /** It is there and cannot be used. */
        public Broken(Reason reason) {
            this(reason, true);
        }

        @Override
        public Optional<Reason> broken() {
            return Optional.of(reason);
        }
    }

    /** The catalog has nothing of that name. */
    record Unknown() implements StoreLookup {}
}
