package wandb.auth.app.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Precondition;

/** Erases the keys that a saved key replaces: the one in netrc, and the one in the store that it came from. */
final class ReplacedKeys {

    private final CredentialStores credentialStores;
    private final AuditedStoreWriter writer;
    private final QueryFactory queries;

    /** Erases from these places. */
    ReplacedKeys(CredentialStores credentialStores, AuditedStoreWriter writer, QueryFactory queries) {
        this.credentialStores = credentialStores;
        this.writer = writer;
        this.queries = queries;
    }

    /**
     * Erases them. Netrc belongs to many programs: only what is known to be an account of ours goes.
     *
     * @param wasKnown whether the account was known before this login
     */
    List<Replaced> erase(SaveKeyCommand command, boolean wasKnown) {
        List<Replaced> replaced = new ArrayList<>();
        for (StoreHandle store : storesBefore(command)) {
            eraseFrom(store, command, wasKnown).ifPresent(replaced::add);
        }
        return replaced;
    }

    private List<StoreHandle> storesBefore(SaveKeyCommand command) {
        List<StoreHandle> stores = new ArrayList<>();
        if (!command.options().keepsPlaintext()) {
            add(stores, ResolutionPolicy.NETRC, command);
        }
        if (command.source() instanceof KeySource.Existing existing
                && !existing.step().source().equals(ResolutionPolicy.NETRC)) {
            add(stores, existing.step().source(), command);
        }
        return stores;
    }

    private void add(List<StoreHandle> stores, SourceId id, SaveKeyCommand command) {
        if (!id.equals(command.store().id())) {
            credentialStores.store(id).filter(store -> !store.isReadOnly()).ifPresent(stores::add);
        }
    }

    private Optional<Replaced> eraseFrom(StoreHandle store, SaveKeyCommand command, boolean wasKnown) {
        if (wasKnown && !command.isAdoption()) {
            return Optional.of(tried(store, command, command.source()));
        }
        Step step = store.ask(queries.toStore(command.account()));
        if (step.finding().outcome().isPassedOver()) {
            return Optional.empty();
        }
        if (!wasKnown) {
            return Optional.of(new Replaced.LeftAlone(step));
        }
        // Nobody gave a new key that would take the place of another one: only the same key goes.
        boolean isCopy = step.finding().outcome() instanceof Outcome.Found found
                && found.credential().equals(command.key());
        return Optional.of(isCopy ? tried(store, command, new KeySource.Existing(step)) : new Replaced.Other(step));
    }

    private Replaced tried(StoreHandle store, SaveKeyCommand command, KeySource source) {
        Precondition expected = source.expectedIn(store.id());
        return new Replaced.Tried(store.id(), writer.erase(store, command.account(), expected));
    }
}
