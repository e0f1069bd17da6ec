package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.SavedAccount;
import wandb.auth.domain.port.SavedAccounts;
import wandb.auth.domain.spi.Query;

/** Lists the accounts that have a key in a store of this machine. */
public final class ListAccounts {

    private final Accounts accounts;
    private final Places places;
    private final Queries queries;

    /** Lists these accounts. */
    public ListAccounts(Accounts accounts, Places places, Queries queries) {
        this.accounts = accounts;
        this.places = places;
        this.queries = queries;
    }

    /**
     * The accounts: those that were saved, as remembered, and of the others that are known those that netrc has a key for,
     * as the SDK's login leaves them.
     */
    public Parsed<SavedAccounts> list() {
        return switch (accounts.saved()) {
            case Parsed.Valid<SavedAccounts> saved -> {
                List<SavedAccount> all = new ArrayList<>(saved.value().all());
                for (Account account : accounts.known()) {
                    if (saved.value().of(account).isEmpty() && isInNetrc(queries.toStore(account))) {
                        all.add(new SavedAccount(account, ResolutionPolicy.NETRC, Optional.empty()));
                    }
                }
                yield new Parsed.Valid<>(new SavedAccounts(all));
            }
            case Parsed.Invalid<SavedAccounts> invalid -> invalid;
        };
    }

    private boolean isInNetrc(Query query) {
        Optional<NamedStore> netrc = places.store(ResolutionPolicy.NETRC);
        return netrc.isPresent() && netrc.get().store().find(query).outcome() instanceof Outcome.Found;
    }
}
