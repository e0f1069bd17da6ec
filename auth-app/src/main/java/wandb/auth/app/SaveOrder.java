package wandb.auth.app;

import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;

/**
 * A key that is to be saved.
 *
 * @param account the account
 * @param key the key
 * @param store where it is to be saved
 * @param origin where the key came from
 * @param wishes how it is to be done
 */
public record SaveOrder(Account account, ApiKey key, NamedStore store, KeyOrigin origin, Wishes wishes) {

    /** Whether the key is in the store already, so that nothing has to be saved. */
    boolean isAdoption() {
        return origin.isIn(store.id());
    }

    /**
     * How a login is to be done.
     *
     * @param verification whether the server is to be asked first
     * @param choosesServer whether later runs are to be for this server, those of the SDK too
     * @param keepsPlaintext whether an entry of the netrc file that the saved key replaces stays
     */
    public record Wishes(Verification verification, boolean choosesServer, boolean keepsPlaintext) {}

    /** Whether the server is asked before a key is saved. */
    public enum Verification {
        /** Only where the policy asks for it. */
        AS_REQUIRED,
        /** Yes. */
        WANTED,
        /** Yes, also where that means to send the key unencrypted. */
        WANTED_ALSO_UNENCRYPTED,
        /** No; where the policy asks for it, nothing is saved. */
        UNWANTED;

        boolean isWanted() {
            return this == WANTED || this == WANTED_ALSO_UNENCRYPTED;
        }
    }
}
