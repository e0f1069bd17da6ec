package com.example.cellar;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** A store in the folder that its settings name. */
public final class CellarProvider implements StoreProvider {

    @Override
    public SourceId id() {
        return new SourceId("cellar");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return new CellarStore(section.settings());
    }
}
