package wandb.auth.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Keeps keys for the time of a test; can be made to answer a save with something else. */
final class MemoryStore implements CredentialStore {

    static final SourceId ID = new SourceId("memory");
    static final Location PLACE = new Location.Place("memory");

    private final Map<Account, ApiKey> keys = new HashMap<>();
    private Optional<Saved> answer = Optional.empty();

    NamedStore named() {
        return new NamedStore(ID, this);
    }

    /** Does not save any more, but answers this. */
    void answersASaveWith(Saved saved) {
        answer = Optional.of(saved);
    }

    void keep(Account account, ApiKey key) {
        keys.put(account, key);
    }

    Optional<ApiKey> keyOf(Account account) {
        return Optional.ofNullable(keys.get(account));
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        return new Finding(PLACE, keyOf(query.account()).map(Given::found).orElseGet(Outcome.Absent::new));
    }

    @Override
    public Availability availability(Deadline deadline) {
        return new Availability.Usable();
    }

    @Override
    public Saved save(Query query, ApiKey key, Expected expected) {
        if (answer.isPresent()) {
            return answer.get();
        }
        keys.put(query.account(), key);
        return new Saved.Stored(PLACE, Revision.of(key.reveal()), List.of());
    }

    @Override
    public Erased erase(Query query, Expected expected) {
        throw new UnsupportedOperationException("no use case erases yet");
    }
}
