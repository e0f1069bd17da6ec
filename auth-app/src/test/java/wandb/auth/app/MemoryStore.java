package wandb.auth.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Keeps keys for the time of a test; can be made to answer otherwise. */
public class MemoryStore implements CredentialStore {

    public static final Reason BROKEN = new Reason("It is broken.", "Fix it.");

    private final SourceId id;
    private final Protection protection;
    private final Effects effects;
    private final Map<Account, ApiKey> keys = new HashMap<>();
    private Availability availability = new Availability.Usable();
    private Optional<Outcome> finding = Optional.empty();
    private Optional<Saved> saving = Optional.empty();
    private Optional<Erased> erasing = Optional.empty();
    private int timesAsked;

    public MemoryStore(String id, Protection protection, Effects effects) {
        this.id = new SourceId(id);
        this.protection = protection;
        this.effects = effects;
    }

    public StoreHandle named() {
        return new StoreHandle(id, () -> new StoreLookup.Opened(this));
    }

    public SourceId id() {
        return id;
    }

    public Location place() {
        return new Location.Place("the " + id);
    }

    /** Cannot be used any more. */
    public void breaks() {
        availability = new Availability.NotUsable(BROKEN);
        finding = Optional.of(new Outcome.Unusable(BROKEN));
        saving = Optional.of(new Saved.Failed(place(), BROKEN));
        erasing = Optional.of(new Erased.Failed(place(), BROKEN));
    }

    /** Does not save any more, but answers this. */
    public void answersASaveWith(Saved saved) {
        saving = Optional.of(saved);
    }

    /** Does not erase any more, but answers this. */
    public void answersAnEraseWith(Erased erased) {
        erasing = Optional.of(erased);
    }

    public void keep(Account account, ApiKey key) {
        keys.put(account, key);
    }

    public Optional<ApiKey> keyOf(Account account) {
        return Optional.ofNullable(keys.get(account));
    }

    /** How often anybody looked for a credential or asked whether it can be used. */
    public int timesAsked() {
        return timesAsked;
    }

    @Override
    public Protection protection() {
        return protection;
    }

    @Override
    public Finding find(Query query) {
        timesAsked++;
        Outcome kept = keyOf(query.account()).map(Given::found).orElseGet(Outcome.Absent::new);
        return new Finding(place(), finding.orElse(kept));
    }

    @Override
    public Availability availability(Deadline deadline) {
        timesAsked++;
        return availability;
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        effects.about("save in " + id);
        if (saving.isPresent()) {
            return saving.get();
        }
        if (!isAs(expected, query.account())) {
            return new Saved.Conflict(place());
        }
        keys.put(query.account(), key);
        return new Saved.Stored(place(), Revision.of(key.reveal()), List.of());
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        effects.about("erase from " + id);
        return erased(query, expected);
    }

    final Erased erased(Query query, Precondition expected) {
        if (erasing.isPresent()) {
            return erasing.get();
        }
        if (!isAs(expected, query.account())) {
            return new Erased.Conflict(place());
        }
        return keys.remove(query.account()) == null ? new Erased.Nothing(place()) : new Erased.Gone(place());
    }

    private boolean isAs(Precondition expected, Account account) {
        Optional<ApiKey> key = keyOf(account);
        return key.isPresent() ? expected.matches(Revision.of(key.get().reveal())) : expected.matchesNone();
    }
}
