package wandb.auth.cli.context;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.DynamicStores;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreProvider;

/**
 * The sources and stores that are installed, with what the configuration says of each.
 *
 * @param environment what is taken from the process
 * @param adapters where they come from
 * @param console tells which of them is waited for
 */
record InstalledStores(Environment environment, Adapters adapters, Console console) {

    /**
     * The sources and stores of this run; what a store is set up with is read when it is first asked, for a login may have changed
     * it by then.
     */
    CredentialStores of(
            Configuration configuration, Accounts accounts, CurrentSettings settings, ResolutionPolicy policy) {
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
                    () -> new StoreLookup.Opened(watched(
                            id,
                            provider.open(environment, accounts.configuration().section(id))))));
        }
        return new CredentialStores(sources, stores, () -> Optional.of(others(configuration, policy)));
    }

    private DynamicStores others(Configuration configuration, ResolutionPolicy policy) {
        return new DynamicStores(
                watched(adapters.of(DynamicStoreProvider.class)),
                environment,
                configuration::section,
                policy::forbidsProgram,
                () -> mentioned(configuration, policy));
    }

    /** Netrc is on this machine, and on the path of every run. */
    private CredentialStore watched(SourceId id, CredentialStore store) {
        return console.showsWaits() && !id.equals(ResolutionPolicy.NETRC)
                ? new WatchedStores(console).watched(id, store)
                : store;
    }

    private Iterable<DynamicStoreProvider> watched(Iterable<DynamicStoreProvider> providers) {
        if (!console.showsWaits()) {
            return providers;
        }
        return () -> {
            List<DynamicStoreProvider> watched = new ArrayList<>();
            for (DynamicStoreProvider provider : providers) {
                watched.add(new WatchedStores(console).watched(provider));
            }
            return watched.iterator();
        };
    }

    /**
     * The stores as they would be under a policy that is not in force. What the one in force lets no program do, this does not
     * either: a file that is only judged runs nothing.
     */
    CredentialStores under(PolicyDraft draft, Configuration inForce, Accounts accounts, CurrentSettings settings) {
        Parsed<ResolutionPolicy> policy = new Parsed.Valid<>(draft.policy());
        Configuration configuration =
                new Configuration(policy, inForce.accounts(), Map.of(), inForce.profile(), draft.storeSettings());
        return of(configuration, accounts, settings, programs(draft, inForce));
    }

    private static ResolutionPolicy programs(PolicyDraft draft, Configuration inForce) {
        ResolutionPolicy programs = draft.policy();
        if (inForce.policy() instanceof Parsed.Valid<ResolutionPolicy> known) {
            for (Restriction restriction : known.value().restrictions()) {
                programs =
                        restriction instanceof Restriction.OnlyPrograms ? programs.restricted(restriction) : programs;
            }
            return programs;
        }
        for (Restriction.OnlyPrograms.Kind kind : Restriction.OnlyPrograms.Kind.values()) {
            programs = programs.restricted(
                    new Restriction.OnlyPrograms(kind, Set.of(), Rule.builtIn(Messages.NO_PROGRAM_WITHOUT_POLICY)));
        }
        return programs;
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
