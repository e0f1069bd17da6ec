package wandb.auth.app.login;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;

/** Erases the keys that a saved key replaces: the one in netrc, and the one in the store that it came from. */
record ReplacedKeys(
        CredentialStores credentialStores, AuditedStoreWriter writer, Accounts accounts, QueryFactory queries) {

    /**
     * Erases them. Netrc belongs to many programs: only what is known to be an account of ours goes.
     *
     * @param noted the store that the account was noted with before this login
     * @param wasKnown whether the account was known before this login
     */
    List<Replaced> erase(SaveKeyCommand command, Optional<SourceId> noted, boolean wasKnown) {
        List<Replaced> replaced = new ArrayList<>();
        for (StoreHandle store : storesBefore(command, noted)) {
            Optional<Replaced> result = eraseFrom(store, command, wasKnown);
            result.ifPresent(replaced::add);
            if (result.isEmpty() || isGone(result.get())) {
                accounts.forgetEarlierPlaces(List.of(new KeyPlace(command.account(), store.id())));
            }
        }
        return replaced;
    }

    private static boolean isGone(Replaced replaced) {
        return replaced instanceof Replaced.Tried tried
                && (tried.erased() instanceof Erased.Gone || tried.erased() instanceof Erased.Nothing);
    }

    private List<StoreHandle> storesBefore(SaveKeyCommand command, Optional<SourceId> noted) {
        Set<SourceId> ids = new LinkedHashSet<>(List.of(ResolutionPolicy.NETRC));
        Optional<Step> found = command.source().found();
        if (found.isPresent()) {
            ids.add(found.get().source());
            noted.ifPresent(ids::add);
        }
        if (command.options().keepsPlaintext()) {
            ids.remove(ResolutionPolicy.NETRC);
        }
        ids.remove(command.store().id());
        List<StoreHandle> stores = new ArrayList<>();
        for (SourceId id : ids) {
            credentialStores.store(id).filter(store -> !store.isReadOnly()).ifPresent(stores::add);
        }
        return stores;
    }

    private Optional<Replaced> eraseFrom(StoreHandle store, SaveKeyCommand command, boolean wasKnown) {
        if (wasKnown && replacesWhateverIsIn(store, command)) {
            return Optional.of(shared(store, command).orElseGet(() -> tried(store, command, command.source())));
        }
        Step step = store.ask(queries.toStore(command.account()));
        return step.finding().outcome().isPassedOver()
                ? Optional.empty()
                : Optional.of(shared(store, command).orElseGet(() -> ofOthers(step, store, command, wasKnown)));
    }

    private Replaced ofOthers(Step step, StoreHandle store, SaveKeyCommand command, boolean wasKnown) {
        if (!wasKnown) {
            return new Replaced.LeftAlone(step);
        }
        // Nobody gave a new key that would take the place of another one: only the same key goes.
        return step.gives(command.key())
                ? tried(store, command, new KeySource.Existing(step))
                : new Replaced.Other(step);
    }

    /** A key that a person gives takes the place of the one before; one that is moved was read where it came from. */
    private static boolean replacesWhateverIsIn(StoreHandle store, SaveKeyCommand command) {
        return command.source().found().isEmpty() || (command.source().isIn(store.id()) && !command.isAdoption());
    }

    private Optional<Replaced> shared(StoreHandle store, SaveKeyCommand command) {
        return store.id().equals(ResolutionPolicy.NETRC)
                ? accounts.sharesNetrcEntry(command.account()).map(other -> new Replaced.Shared(store.id(), other))
                : Optional.empty();
    }

    private Replaced tried(StoreHandle store, SaveKeyCommand command, KeySource source) {
        Precondition expected = source.expectedIn(store.id());
        return new Replaced.Tried(store.id(), writer.erase(store, command.account(), expected));
    }

    /** The account whose other key the save replaces, since netrc has one entry for both addresses. */
    Optional<Account> displaced(SaveKeyCommand command) {
        if (command.isAdoption() || !command.store().id().equals(ResolutionPolicy.NETRC)) {
            return Optional.empty();
        }
        Optional<Account> other = accounts.sharesNetrcEntry(command.account());
        Optional<ApiKey> key =
                other.isPresent() ? command.store().keyOf(queries.toStore(other.get())) : Optional.empty();
        return key.isPresent() && !key.get().equals(command.key()) ? other : Optional.empty();
    }
}
