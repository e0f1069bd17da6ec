import org.jspecify.annotations.NullMarked;

/**
 * A Vault-compatible server as a store.
 *
 * @provides wandb.auth.domain.spi.StoreProvider the store {@code vault}
 */
@NullMarked
module wandb.auth.vault {
    requires java.net.http;
    requires vault.java.driver;
    requires wandb.auth.domain;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.spi.StoreProvider with
            wandb.auth.vault.VaultStoreProvider;
}
