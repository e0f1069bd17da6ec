package wandb.auth.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A store that keeps every promise; tests change one method to break one of them. */
class MemoryStore implements CredentialStore {

    /** What outlives an opening. */
    static final class Items {
        final Map<String, Item> byName = new ConcurrentHashMap<>();
        final AtomicInteger revisions = new AtomicInteger();
    }

    record Item(ApiKey key, Revision revision) {}

    static final Location PLACE = new Location.Place("this test's memory");
    private static final Reason GONE = new Reason("The memory is gone.", "Start the test again.");

    final Items items;
    private final boolean usable;

    public MemoryStore(Items items, boolean usable) {
        this.items = items;
        this.usable = usable;
    }

    String name(Account account) {
        Host host = account.host();
        return (host.isPublicCloud() ? Host.PUBLIC_CLOUD : host) + " " + account.profile();
    }

    boolean isExpected(Precondition expected, @Nullable Item present) {
        return present == null ? expected.matchesNone() : expected.matches(present.revision());
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Availability availability(Deadline deadline) {
        return usable ? new Availability.Usable() : new Availability.NotUsable(GONE);
    }

    @Override
    public Finding find(Query query) {
        if (!usable) {
            return new Finding(PLACE, new Outcome.Unusable(GONE));
        }
        Item item = items.byName.get(name(query.account()));
        return new Finding(PLACE, item == null ? new Outcome.Absent() : new Outcome.Found(item.key(), item.revision()));
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        if (!usable) {
            return new Saved.Failed(PLACE, GONE);
        }
        synchronized (items) {
            Item present = items.byName.get(name(query.account()));
            if (!isExpected(expected, present)) {
                return new Saved.Conflict(PLACE);
            }
            Revision revision = Revision.of("" + items.revisions.incrementAndGet());
            items.byName.put(name(query.account()), new Item(key, revision));
            return new Saved.Stored(PLACE, revision, List.of());
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        if (!usable) {
            return new Erased.Failed(PLACE, GONE);
        }
        synchronized (items) {
            Item present = items.byName.get(name(query.account()));
            if (!isExpected(expected, present)) {
                return new Erased.Conflict(PLACE);
            }
            return items.byName.remove(name(query.account())) == null
                    ? new Erased.Nothing(PLACE)
                    : new Erased.Gone(PLACE);
        }
    }
}
