package wandb.auth.netrc;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Makes the store {@code netrc}; its settings are what the first edition noted for each machine. */
public final class NetrcStoreProvider implements StoreProvider {

    private static final SourceId ID = new SourceId("netrc");

    /** The provider, for the module system. */
    public NetrcStoreProvider() {}

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return new NetrcStore(environment, section.settings(), new CloudNames());
    }
}
