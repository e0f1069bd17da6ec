package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.app.CredentialLookup;
import wandb.auth.app.HandOut;
import wandb.auth.app.HostSelection;
import wandb.auth.app.LogIn;
import wandb.auth.app.NamedSource;
import wandb.auth.app.NamedStore;
import wandb.auth.app.RememberingLogIn;
import wandb.auth.app.ShowStatus;
import wandb.auth.domain.Environment;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerSettings;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreProvider;

/** Puts the use cases together from what is installed; no adapter is named here. */
final class Wiring {

    private static final SourceId DEFAULT_STORE = new SourceId("netrc");

    private final Environment environment;
    private final Adapters adapters;
    private final ResolutionPolicy policy = ResolutionPolicy.documented();

    Wiring(Environment environment, Adapters adapters) {
        this.environment = environment;
        this.adapters = adapters;
    }

    HostSelection hostSelection() {
        return new HostSelection(only(ServerSettings.class), environment);
    }

    RememberingLogIn logIn(HostChoice host) {
        List<NamedStore> stores = stores();
        ResolutionPolicy here = policy.forServer(host);
        LogIn logIn = new LogIn(lookup(stores, here), defaultStore(stores), here, only(SdkLocator.class), environment);
        return new RememberingLogIn(logIn, only(ServerMemory.class), environment);
    }

    ShowStatus showStatus(HostChoice host) {
        return new ShowStatus(lookup(stores(), policy.forServer(host)));
    }

    HandOut handOut(HostChoice host) {
        return new HandOut(lookup(stores(), policy.forServer(host)));
    }

    private CredentialLookup lookup(List<NamedStore> stores, ResolutionPolicy here) {
        List<NamedSource> sources = new ArrayList<>();
        for (SourceProvider provider : adapters.of(SourceProvider.class)) {
            sources.add(new NamedSource(provider.id(), provider.open(environment, Section.EMPTY)));
        }
        for (NamedStore store : stores) {
            sources.add(store.asSource());
        }
        return new CredentialLookup(sources, here);
    }

    private List<NamedStore> stores() {
        List<NamedStore> stores = new ArrayList<>();
        for (StoreProvider provider : adapters.of(StoreProvider.class)) {
            stores.add(new NamedStore(provider.id(), provider.open(environment, Section.EMPTY)));
        }
        return stores;
    }

    private static NamedStore defaultStore(List<NamedStore> stores) {
        for (NamedStore store : stores) {
            if (store.id().equals(DEFAULT_STORE)) {
                return store;
            }
        }
        throw new IllegalStateException("no module provides the store " + DEFAULT_STORE);
    }

    private <T> T only(Class<T> port) {
        for (T adapter : adapters.of(port)) {
            return adapter;
        }
        throw new IllegalStateException("no module provides " + port.getName());
    }
}
