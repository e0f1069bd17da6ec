package wandb.auth.app.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.spi.Query;

/** Lists the accounts that have a key in a store of this machine. */
public record ListAccounts(Accounts accounts, CredentialStores credentialStores, QueryFactory queries) {

    /**
     * The accounts: those that were saved, as remembered, and of the others that are known those that netrc has a key for,
     * as the SDK's login leaves them.
     */
    public Parsed<SavedAccounts> list() {
        return switch (accounts.saved()) {
            case Parsed.Valid<SavedAccounts> saved -> {
                List<SavedAccount> all = new ArrayList<>(saved.value().all());
                Set<AccountKey> noted = new HashSet<>();
                for (SavedAccount account : all) {
                    noted.add(AccountKey.of(account.account()));
                }
                for (Account account : accounts.known()) {
                    if (!noted.contains(AccountKey.of(account)) && isInNetrc(queries.toStore(account))) {
                        all.add(new SavedAccount(account, ResolutionPolicy.NETRC, Optional.empty()));
                    }
                }
                yield new Parsed.Valid<>(new SavedAccounts(all));
            }
            case Parsed.Invalid<SavedAccounts> invalid -> invalid;
        };
    }

    private boolean isInNetrc(Query query) {
        Optional<StoreHandle> netrc = credentialStores.store(ResolutionPolicy.NETRC);
        return netrc.isPresent() && netrc.get().ask(query).found().isPresent();
    }
}
