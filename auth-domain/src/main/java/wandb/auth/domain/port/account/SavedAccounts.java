package wandb.auth.domain.port.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.SourceId;

/**
 * The accounts that the user has saved. No store is ever searched for accounts: a name in a shared file may be anybody's.
 *
 * @param all in the order in which they were saved first, one for each account
 */
public record SavedAccounts(List<SavedAccount> all) {

    /** Nothing is saved, or nothing is known of it. */
    public static final SavedAccounts NONE = new SavedAccounts(List.of());

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

    /** Those that are none of these. */
    public SavedAccounts without(Set<AccountKey> accounts) {
        if (accounts.isEmpty()) {
            return this;
        }
        List<SavedAccount> others = new ArrayList<>();
        for (SavedAccount saved : all) {
            if (!accounts.contains(AccountKey.of(saved.account()))) {
                others.add(saved);
            }
        }
        return new SavedAccounts(others);
    }

    /** Whether any account was saved for the server. */
    public boolean hasServer(Host host) {
        for (SavedAccount saved : all) {
            if (saved.account().host().isSameServer(host)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Another account that was saved to the store and has the same machine name and profile: the netrc file has one entry for
     * both, whatever their schemes and paths.
     */
    public Optional<Account> otherUnderSameName(Account account, SourceId store) {
        for (SavedAccount saved : all) {
            if (saved.store().equals(store) && isOtherUnderSameName(saved.account(), account)) {
                return Optional.of(saved.account());
            }
        }
        return Optional.empty();
    }

    /** The same, wherever it was saved to last: a copy of its key may have stayed in the netrc file. */
    public Optional<Account> otherUnderSameName(Account account) {
        for (SavedAccount saved : all) {
            if (isOtherUnderSameName(saved.account(), account)) {
                return Optional.of(saved.account());
            }
        }
        return Optional.empty();
    }

    private static boolean isOtherUnderSameName(Account other, Account account) {
        return other.profile().equals(account.profile())
                && other.host().netrcMachine().equals(account.host().netrcMachine())
                && !other.isSameAccount(account);
    }
}
