package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Keeps one key, whatever the server, and remembers for which servers one was saved. */
public final class FakeStore implements StoreProvider, CredentialStore {

    private final SourceId id;
    private final Location place;
    private final Protection protection;
    private final List<Host> savedFor = new ArrayList<>();
    private Finding finding;
    private Availability availability = new Availability.Usable();
    private Optional<Saved> saving = Optional.empty();
    private Optional<Erased> erasing = Optional.empty();
    private List<String> remarks = List.of();

    public FakeStore(String id, String place, Protection protection) {
        this.id = new SourceId(id);
        this.place = new Location.Place(place);
        this.protection = protection;
        this.finding = new Finding(this.place, new Outcome.Absent());
    }

    public Location place() {
        return place;
    }

    public void holds(ApiKey key) {
        gives(new Outcome.Found(key, Revision.of(key.reveal())));
    }

    public void gives(Outcome outcome, String... findingRemarks) {
        finding = new Finding(place, outcome, List.of(findingRemarks));
    }

    /** Can be used, and says what else should be known. */
    public void isUsable(String remark) {
        availability = new Availability.Usable(List.of(remark), true);
    }

    /** Cannot be used, and says so. */
    public void isNotUsable(Reason reason) {
        availability = new Availability.NotUsable(reason);
        saving = Optional.of(new Saved.Failed(place, reason));
    }

    /** Does not save any more, but answers this. */
    public void answersASaveWith(Saved saved) {
        saving = Optional.of(saved);
    }

    /** Does not erase any more, but answers this. */
    public void answersAnEraseWith(Erased erased) {
        erasing = Optional.of(erased);
    }

    public void remarksOnASave(String remark) {
        remarks = List.of(remark);
    }

    public List<Host> savedFor() {
        return savedFor;
    }

    public Outcome held() {
        return finding.outcome();
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return this;
    }

    @Override
    public Protection protection() {
        return protection;
    }

    @Override
    public Finding find(Query query) {
        return finding;
    }

    @Override
    public Availability availability(Deadline deadline) {
        return availability;
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        if (saving.isPresent()) {
            return saving.get();
        }
        holds(key);
        savedFor.add(query.account().host());
        return new Saved.Stored(place, Revision.of(key.reveal()), remarks);
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        if (erasing.isPresent()) {
            return erasing.get();
        }
        boolean isThere = !finding.outcome().isPassedOver();
        finding = new Finding(place, new Outcome.Absent());
        return isThere ? new Erased.Gone(place) : new Erased.Nothing(place);
    }
}
