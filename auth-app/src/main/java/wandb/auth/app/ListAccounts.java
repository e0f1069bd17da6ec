package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.AccountRegistry.Entries;
import wandb.auth.domain.AccountRegistry.Entry;
import wandb.auth.domain.AccountRegistry.Unreadable;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.ResolutionPolicy;
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
    public Listed list() {
        return switch (accounts.registered()) {
            case Entries entries -> {
                List<Entry> all = new ArrayList<>(entries.entries());
                for (Account account : accounts.known()) {
                    if (entries.of(account).isEmpty() && isInNetrc(queries.toStore(account))) {
                        all.add(new Entry(account, ResolutionPolicy.NETRC, Optional.empty()));
                    }
                }
                yield new Known(all);
            }
            case Unreadable unreadable -> new NotKnown(unreadable);
        };
    }

    private boolean isInNetrc(Query query) {
        Optional<NamedStore> netrc = places.store(ResolutionPolicy.NETRC);
        return netrc.isPresent() && netrc.get().store().find(query).outcome() instanceof Outcome.Found;
    }

    /** What is known. */
    public sealed interface Listed {}

    /**
     * The accounts.
     *
     * @param entries each with the store that holds its key
     */
    public record Known(List<AccountRegistry.Entry> entries) implements Listed {
        public Known {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Nobody knows.
     *
     * @param why what cannot be read
     */
    public record NotKnown(AccountRegistry.Unreadable why) implements Listed {}
}
