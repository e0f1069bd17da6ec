package com.example.angry;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Cannot be made. */
public final class AngryProvider implements StoreProvider {

    public AngryProvider() {
        throw new IllegalStateException("quite angry");
    }

    @Override
    public SourceId id() {
        return new SourceId("angry");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        throw new UnsupportedOperationException();
    }
}
