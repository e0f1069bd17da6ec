package wandb.auth.vault;

import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.Section;

/** A Vault-compatible server as a store. Settings, token and server are looked at anew for every call. */
final class VaultStore implements CredentialStore {

    private final Environment environment;
    private final Section section;

    VaultStore(Environment environment, Section section) {
        this.environment = environment;
        this.section = section;
    }

    /** What is done with a secret of an engine. */
    private interface Work<T> {
        T with(SecretEngine engine, SecretPlace place) throws VaultProblem;
    }

    @Override
    public Protection protection() {
        return Protection.REMOTE;
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            return BoundedWork.run(deadline, () -> {
                VaultSettings settings = VaultSettings.of(environment, section);
                try (SecretEngine engine = new SecretEngine(settings, VaultToken.of(settings, environment))) {
                    engine.checkUsable();
                    return new Availability.Usable();
                }
            });
        } catch (VaultProblem e) {
            return new Availability.NotUsable(e.reason());
        }
    }

    @Override
    public Finding find(Query query) {
        try {
            return on(
                    query,
                    (engine, place) -> new Finding(
                            place.location(), new KeyLookup(engine.read(place.path()), place.field()).outcome()));
        } catch (VaultProblem e) {
            return new Finding(location(query.account()), new Outcome.Unusable(e.reason()));
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Expected expected) {
        try {
            return on(query, (engine, place) -> new KeySave(engine, place, key, expected).run());
        } catch (VaultProblem e) {
            return new Saved.Failed(location(query.account()), e.reason());
        }
    }

    @Override
    public Erased erase(Query query, Expected expected) {
        try {
            return on(query, (engine, place) -> new KeyErasure(engine, place, expected).run());
        } catch (VaultProblem e) {
            return new Erased.Failed(location(query.account()), e.reason());
        }
    }

    private <T> T on(Query query, Work<T> work) throws VaultProblem {
        return BoundedWork.run(query.deadline(), () -> {
            VaultSettings settings = VaultSettings.of(environment, section);
            SecretPlace place = place(settings, query.account());
            try (SecretEngine engine = new SecretEngine(settings, VaultToken.of(settings, environment))) {
                return work.with(engine, place);
            }
        });
    }

    private SecretPlace place(VaultSettings settings, Account account) throws VaultProblem {
        String path = SecretPath.of(account, settings.path(), environment);
        return new SecretPlace(settings.address(), settings.mount(), path, settings.field());
    }

    /** Where the secret would be; where nobody knows, the store as such. */
    private Location location(Account account) {
        try {
            return place(VaultSettings.of(environment, section), account).location();
        } catch (VaultProblem e) {
            return new Location.Place("the store 'vault'");
        }
    }
}
