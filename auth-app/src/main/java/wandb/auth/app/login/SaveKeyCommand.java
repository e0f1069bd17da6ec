package wandb.auth.app.login;

import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;

/**
 * A key that is to be saved.
 *
 * @param account the account
 * @param key the key
 * @param store where it is to be saved
 * @param source where the key came from
 * @param options how it is to be done
 */
public record SaveKeyCommand(Account account, ApiKey key, StoreHandle store, KeySource source, LoginOptions options) {

    /** Whether the key is in the store already, so that nothing has to be saved. */
    boolean isAdoption() {
        return source.isIn(store.id());
    }
}
