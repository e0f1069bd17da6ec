package wandb.auth.app.store;

import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/**
 * Stands for a store that may hold the key and cannot be asked: it ends a lookup that comes to it, so that no older key from
 * elsewhere is used in its place.
 *
 * @param location what cannot be reached
 * @param reason why, and what to do
 * @param outcome what a lookup is told
 */
public record FailedStore(Location location, Reason reason, Outcome outcome) implements CredentialStore {

    /** A store that the policy does not forbid. */
    public FailedStore(Location location, Reason reason) {
        this(location, reason, new Outcome.Unusable(reason));
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        return new Finding(location, outcome);
    }

    @Override
    public Availability availability(Deadline deadline) {
        return new Availability.NotUsable(reason);
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        return new Saved.Failed(location, reason);
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        return new Erased.Failed(location, reason);
    }
}
