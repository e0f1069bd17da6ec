package wandb.auth.domain.port.account;

import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;

/**
 * An account as the key of a map: equal for what is the same account.
 *
 * @param host the server; the public cloud by its documented name
 */
public record AccountKey(Host host, Profile profile) {

    /** The key of the account. */
    public static AccountKey of(Account account) {
        Host host = account.host().isPublicCloud() ? Host.PUBLIC_CLOUD : account.host();
        return new AccountKey(host, account.profile());
    }
}
