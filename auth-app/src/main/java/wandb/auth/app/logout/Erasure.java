package wandb.auth.app.logout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.logout.LogOut.Removal;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;

/** What is erased of one account, and what became of it. */
final class Erasure {

    private final Account account;
    private final Optional<SourceId> keeper;
    private final Optional<Account> shared;
    private final List<SourceId> places;
    private final List<StoreHandle> stores;
    private final List<Removal> removals = new ArrayList<>();
    private Optional<Complaint> unforgotten = Optional.empty();

    /**
     * Nothing is erased yet.
     *
     * @param keeper the store that the account is noted with; empty if absent
     * @param shared the account that the entry of netrc is of as well; empty if absent
     * @param places the stores that a key of the account was saved to, as far as that is known
     * @param stores the stores that are asked to erase
     */
    Erasure(
            Account account,
            Optional<SourceId> keeper,
            Optional<Account> shared,
            List<SourceId> places,
            List<StoreHandle> stores) {
        this.account = account;
        this.keeper = keeper;
        this.shared = shared;
        this.places = List.copyOf(places);
        this.stores = List.copyOf(stores);
    }

    Account account() {
        return account;
    }

    Optional<SourceId> keeper() {
        return keeper;
    }

    Optional<Account> shared() {
        return shared;
    }

    List<SourceId> places() {
        return places;
    }

    /** Whether this store is asked to erase. */
    boolean isOf(SourceId store) {
        for (StoreHandle asked : stores) {
            if (asked.id().equals(store)) {
                return true;
            }
        }
        return false;
    }

    void add(Removal removal) {
        removals.add(removal);
    }

    List<Removal> removals() {
        return removals;
    }

    void isNotForgotten(Complaint complaint) {
        unforgotten = Optional.of(complaint);
    }

    /** Why what is noted of the account could not be removed; empty if it was, or had to stay. */
    Optional<Complaint> unforgotten() {
        return unforgotten;
    }
}
