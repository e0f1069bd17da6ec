package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Keeps one key, and remembers for which servers one was saved. */
final class FakeStore implements CredentialStore {

    static final Location PLACE = new Location.Place("the netrc file");

    private final List<Host> savedFor = new ArrayList<>();
    private Finding finding = new Finding(PLACE, new Outcome.Absent());
    private Optional<Saved> answer = Optional.empty();
    private List<String> remarks = List.of();

    void holds(ApiKey key) {
        gives(new Outcome.Found(key, Revision.of(key.reveal())));
    }

    void gives(Outcome outcome, String... findingRemarks) {
        finding = new Finding(PLACE, outcome, List.of(findingRemarks));
    }

    /** Does not save any more, but answers this. */
    void answersASaveWith(Saved saved) {
        answer = Optional.of(saved);
    }

    void remarksOnASave(String remark) {
        remarks = List.of(remark);
    }

    List<Host> savedFor() {
        return savedFor;
    }

    Outcome held() {
        return finding.outcome();
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        return finding;
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
        holds(key);
        savedFor.add(query.account().host());
        return new Saved.Stored(PLACE, Revision.of(key.reveal()), remarks);
    }

    @Override
    public Erased erase(Query query, Expected expected) {
        throw new UnsupportedOperationException("no command erases yet");
    }
}
