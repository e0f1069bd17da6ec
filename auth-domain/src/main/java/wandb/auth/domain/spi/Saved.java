package wandb.auth.domain.spi;

import java.util.List;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;

/**
 * The result of saving a key.
 *
 * @since 0.1
 */
public sealed interface Saved {

    /**
     * The key is there: it was read back.
     *
     * @param location where it is now
     * @param revision the state that was written
     * @param remarks what else was done or should be known, each a sentence without a secret
     */
    record Stored(Location location, Revision revision, List<String> remarks) implements Saved {
        public Stored {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Something else than expected is there; nothing was changed.
     *
     * @param location where
     */
    record Conflict(Location location) implements Saved {}

    /**
     * It did not work; what was there before is still there.
     *
     * @param location where it was to go
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Saved {}
}
