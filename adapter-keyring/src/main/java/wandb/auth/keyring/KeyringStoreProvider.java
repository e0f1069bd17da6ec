package wandb.auth.keyring;

import java.time.Duration;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.keyring.keychain.TimeoutBudget;

/** Makes the store {@code keyring}; it has no settings. */
public final class KeyringStoreProvider implements StoreProvider {

    private static final SourceId ID = new SourceId("keyring");

    /** Empty for the usual one, whose class no run needs that does not use this store. */
    private final Optional<Duration> patience;

    /** The provider, for the module system. */
    public KeyringStoreProvider() {
        this.patience = Optional.empty();
    }

    /** One whose stores wait for programs as long as this. */
    KeyringStoreProvider(Duration patience) {
        this.patience = Optional.of(patience);
    }

    @Override
    public SourceId id() {
        return ID;
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return new KeyringStore(
                Keychains.of(environment), patience.orElse(environment.storeTimeout(TimeoutBudget.FOR_PROGRAMS)));
    }
}
