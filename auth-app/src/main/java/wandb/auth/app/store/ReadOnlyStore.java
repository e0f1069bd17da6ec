package wandb.auth.app.store;

import wandb.auth.app.Messages;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A source in the place of a store: keys are found there, and neither saved nor erased. */
record ReadOnlyStore(SourceId id, CredentialSource source) implements CredentialStore {

    @Override
    public Protection protection() {
        return source.protection();
    }

    @Override
    public Finding find(Query query) {
        return source.find(query);
    }

    @Override
    public Availability availability(Deadline deadline) {
        return new Availability.Usable();
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        return refusal(id);
    }

    /** What is said to whoever wants to save a key there. */
    static Saved.Failed refusal(SourceId id) {
        return new Saved.Failed(new Location.Place(Messages.source(id)), Messages.savesNothing());
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        Finding finding = source.find(query);
        return switch (finding.outcome()) {
            case Outcome.Absent absent -> new Erased.Nothing(finding.location());
            case Outcome.Unusable unusable -> new Erased.Failed(finding.location(), unusable.reason());
            default -> new Erased.Failed(finding.location(), Messages.erasesNothing());
        };
    }
}
