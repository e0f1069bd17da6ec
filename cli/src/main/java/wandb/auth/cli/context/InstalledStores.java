package wandb.auth.cli.context;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.DynamicStores;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.Parsed;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreProvider;

/** The sources and stores that are installed, with what the configuration says of each. */
final class InstalledStores {

    private InstalledStores() {}

    /**
     * The sources and stores of this run; what a store is set up with is read when it is first asked, for a login may have changed
     * it by then.
     */
    static CredentialStores of(
            Environment environment,
            Adapters adapters,
            Configuration configuration,
            Accounts accounts,
            CurrentSettings settings,
            ResolutionPolicy policy) {
        List<SourceHandle> sources = new ArrayList<>();
        for (SourceProvider provider : adapters.of(SourceProvider.class)) {
            SourceId id = provider.id();
            sources.add(new SourceHandle(id, provider.open(environment, configuration.section(id))));
        }
        sources.addAll(settings.sources());
        List<StoreHandle> stores = new ArrayList<>();
        for (StoreProvider provider : adapters.of(StoreProvider.class)) {
            SourceId id = provider.id();
            stores.add(new StoreHandle(
                    id,
                    () -> new StoreLookup.Opened(
                            provider.open(environment, accounts.configuration().section(id)))));
        }
        DynamicStores catalogs = new DynamicStores(
                adapters.of(DynamicStoreProvider.class),
                environment,
                configuration::section,
                policy::forbidsProgram,
                () -> mentioned(configuration, policy));
        return new CredentialStores(sources, stores, Optional.of(catalogs));
    }

    /** The ids that the files of the user and the administrator name. */
    private static Set<SourceId> mentioned(Configuration configuration, ResolutionPolicy policy) {
        Set<SourceId> mentioned =
                new LinkedHashSet<>(configuration.storeSettings().keySet());
        mentioned.addAll(policy.order().value());
        mentioned.add(policy.defaultStore().value());
        if (configuration.accounts() instanceof Parsed.Valid<SavedAccounts> saved) {
            for (SavedAccount account : saved.value().all()) {
                mentioned.add(account.store());
            }
        }
        return mentioned;
    }
}
