package wandb.auth.vault;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Makes the store {@code vault}. */
public final class VaultStoreProvider implements StoreProvider {

    private static final SourceId ID = new SourceId("vault");

    /** The provider, for the module system. */
    public VaultStoreProvider() {}

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return new VaultStore(environment, section);
    }
}
