package wandb.auth.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
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

/** Another store: a file for each account in {@code ~/locker}, as a helper program might keep it. */
record LockerStore(Path folder) implements CredentialStore {

    static final String ID = "locker";

    /** Opens it. */
    static final class Provider implements StoreProvider {

        @Override
        public SourceId id() {
            return new SourceId(ID);
        }

        @Override
        public CredentialStore open(Environment environment, StoreConfig section) {
            return new LockerStore(environment.home().orElseThrow().resolve(ID));
        }
    }

    private Path file(Query query) {
        Account account = query.account();
        Host host = account.host().isPublicCloud() ? Host.PUBLIC_CLOUD : account.host();
        return folder.resolve(host.machine() + " " + account.profile());
    }

    @Override
    public Protection protection() {
        return Protection.ENCRYPTED;
    }

    @Override
    public Availability availability(Deadline deadline) {
        return new Availability.Usable();
    }

    @Override
    public Finding find(Query query) {
        Path file = file(query);
        try {
            return new Finding(
                    new Location.File(file),
                    Files.exists(file) ? found(Files.readString(file)) : new Outcome.Absent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome found(String key) {
        return new Outcome.Found(ApiKey.parse(key), Revision.of(key));
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(query), key.reveal());
            return new Saved.Stored(new Location.File(file(query)), Revision.of(key.reveal()), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        Location place = new Location.File(file(query));
        try {
            return Files.deleteIfExists(file(query)) ? new Erased.Gone(place) : new Erased.Nothing(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
