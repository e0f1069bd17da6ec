package wandb.auth.app.store;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wandb.auth.app.Messages;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A store under its id. It is opened when it is first used: a run that does not use it loads nothing of it. */
public final class StoreHandle {

    private final SourceId id;
    private final Supplier<StoreLookup> opening;
    private @Nullable StoreLookup opened;
    private @Nullable CredentialStore store;

    /** The store that this opens. */
    public StoreHandle(SourceId id, Supplier<StoreLookup> opening) {
        this.id = id;
        this.opening = opening;
    }

    /** The id. */
    public SourceId id() {
        return id;
    }

    /** The store itself; where it could not be opened, one that says so to every question. */
    public CredentialStore store() {
        CredentialStore present = store;
        if (present == null) {
            present = storeOf(opening());
            store = present;
        }
        return present;
    }

    private StoreLookup opening() {
        StoreLookup present = opened;
        if (present == null) {
            present = opening.get();
            opened = present;
        }
        return present;
    }

    private CredentialStore storeOf(StoreLookup present) {
        return switch (present) {
            case StoreLookup.Opened there ->
                there.source() instanceof CredentialStore writable ? writable : new ReadOnlyStore(id, there.source());
            case StoreLookup.Forbidden forbidden ->
                new FailedStore(
                        location(),
                        new Reason(forbidden.rule().text(), Messages.ASK_ADMINISTRATOR),
                        new Outcome.Refused(forbidden.rule()));
            case StoreLookup.Broken broken -> new FailedStore(location(), broken.reason());
            case StoreLookup.Unknown unknown ->
                new FailedStore(location(), new Reason(Messages.NO_SUCH_STORE, Messages.SEE_STORES));
        };
    }

    private Location location() {
        return new Location.Place(Messages.store(id));
    }

    /** Why it cannot be opened; empty if it can, or where the policy forbids it. */
    public Optional<Reason> broken() {
        return opening().broken();
    }

    /** Whether what keeps the keys is on this machine; where it is not, no key can be found, saved or erased there. */
    public boolean isInstalled() {
        return opening().isInstalled();
    }

    /** Whether keys are only read from it. */
    public boolean isReadOnly() {
        return opening() instanceof StoreLookup.Opened there && !(there.source() instanceof CredentialStore);
    }

    /** Why no key can be saved to it, whatever the policy says; empty if one can. */
    public Optional<Saved.Failed> obstacle() {
        return isReadOnly() ? Optional.of(ReadOnlyStore.refusal(id)) : Optional.empty();
    }

    /** The same as a source. */
    public SourceHandle asSource() {
        return new SourceHandle(id, store());
    }

    /** What it says for the account. */
    public Step ask(Query query) {
        return new Step(id, store().protection(), store().find(query));
    }

    /** The key that it holds for the account; empty if it holds none, or none that can be read. */
    public Optional<ApiKey> keyOf(Query query) {
        return ask(query).key();
    }

    /** The rule by which it may not be opened; empty if it may. */
    Optional<Rule> forbiddenToOpen() {
        return opening().forbidden();
    }
}
