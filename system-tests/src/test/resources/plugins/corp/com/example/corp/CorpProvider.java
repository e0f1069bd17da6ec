package com.example.corp;

import java.nio.file.Path;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** A store in the folder that its settings name; it talks too much. */
public final class CorpProvider implements StoreProvider {

    @Override
    public SourceId id() {
        System.out.println("a plugin that writes to standard output");
        return new SourceId("corp");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return new CorpStore(Path.of(section.settings().get("folder")));
    }
}
