package com.example.locker;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Makes the store {@code locker}. Runs that use another store make one too, so it does nothing else. */
public final class LockerStoreProvider implements StoreProvider {

    /** The provider, for the module system. */
    public LockerStoreProvider() {}

    @Override
    public SourceId id() {
        return new SourceId("locker");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return new LockerStore(environment, section);
    }
}
