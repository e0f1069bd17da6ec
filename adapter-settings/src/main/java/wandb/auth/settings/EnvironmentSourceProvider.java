package wandb.auth.settings;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreConfig;

/** Makes the source {@code environment}. */
public final class EnvironmentSourceProvider implements SourceProvider {

    private static final SourceId ID = new SourceId("environment");

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public CredentialSource open(Environment environment, StoreConfig section) {
        return new EnvironmentSource(environment);
    }
}
