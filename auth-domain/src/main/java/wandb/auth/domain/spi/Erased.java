package wandb.auth.domain.spi;

import java.util.List;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/**
 * The result of erasing a credential.
 *
 * @since 0.1
 */
public sealed interface Erased {

    /**
     * The credential was there and is gone: it was looked for again.
     *
     * @param location where it was
     * @param remarks what else was done or should be known, each a sentence without a secret
     */
    record Gone(Location location, List<String> remarks) implements Erased {
        public Gone {
            remarks = List.copyOf(remarks);
        }

        /** The same, and nothing else to be known. */
        public Gone(Location location) {
            this(location, List.of());
        }
    }

    /**
     * There was none.
     *
     * @param location where it was looked for
     */
    record Nothing(Location location) implements Erased {}

    /**
     * Something else than expected is there; nothing was changed.
     *
     * @param location where
     */
    record Conflict(Location location) implements Erased {}

    /**
     * It did not work; what was there before is still there.
     *
     * @param location where it was to be erased
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Erased {}
}
