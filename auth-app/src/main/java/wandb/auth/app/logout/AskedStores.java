package wandb.auth.app.logout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Availability;

/** The stores that are asked to erase: every one that can be used here, which is seen once a run, and every one that a key was saved to. */
final class AskedStores {

    private final CredentialStores credentialStores;
    private final QueryFactory queries;
    private final List<StoreHandle> stores;
    private final List<StoreHandle> others = new ArrayList<>();
    private final Map<SourceId, Boolean> usable = new HashMap<>();

    AskedStores(CredentialStores credentialStores, QueryFactory queries) {
        this.credentialStores = credentialStores;
        this.queries = queries;
        this.stores = credentialStores.stores();
    }

    /**
     * Those for the account: a keychain that cannot be used is left out, and netrc where its entry is another account's too.
     *
     * @param places the stores that a key of it was saved to
     * @param shared the other account; empty if absent
     */
    List<StoreHandle> of(Account account, List<SourceId> places, Optional<Account> shared) {
        List<StoreHandle> asked = new ArrayList<>();
        for (StoreHandle store : stores) {
            if (places.contains(store.id()) || isUsable(store, account)) {
                asked.add(store);
            }
        }
        for (SourceId place : places) {
            if (all().stream().noneMatch(store -> store.id().equals(place))) {
                credentialStores.store(place).ifPresent(others::add);
            }
        }
        for (StoreHandle other : others) {
            if (places.contains(other.id())) {
                asked.add(other);
            }
        }
        asked.removeIf(store -> store.isReadOnly()
                || !store.isInstalled()
                || (shared.isPresent() && store.id().equals(ResolutionPolicy.NETRC)));
        return asked;
    }

    /** Every store, in the order in which one after the other is asked. */
    List<StoreHandle> all() {
        List<StoreHandle> all = new ArrayList<>(stores);
        all.addAll(others);
        return all;
    }

    private boolean isUsable(StoreHandle store, Account account) {
        return store.id().equals(ResolutionPolicy.NETRC)
                || usable.computeIfAbsent(
                        store.id(),
                        id -> store.store()
                                        .availability(queries.toStore(account).deadline())
                                instanceof Availability.Usable);
    }
}
