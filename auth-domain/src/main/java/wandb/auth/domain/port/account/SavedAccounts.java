package wandb.auth.domain.port.account;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;

/**
 * The accounts that the user has saved. No store is ever searched for accounts: a name in a shared file may be anybody's.
 *
 * @param all in the order in which they were saved first, one for each account
 */
public record SavedAccounts(List<SavedAccount> all) {

    public SavedAccounts {
        all = List.copyOf(all);
    }

    /** What was saved of the account; the public cloud is one server under either of its names. */
    public Optional<SavedAccount> of(Account account) {
        for (SavedAccount saved : all) {
            if (saved.account().isSameAccount(account)) {
                return Optional.of(saved);
            }
        }
        return Optional.empty();
    }
}
