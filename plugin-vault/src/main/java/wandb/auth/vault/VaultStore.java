package wandb.auth.vault;

import java.net.http.HttpClient;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.TrustedServer;
import wandb.auth.vault.server.VaultStoreException;

/** A Vault-compatible server as a store. Settings, token and server are looked at again for every call. */
final class VaultStore implements CredentialStore {

    private final Environment environment;
    private final StoreConfig section;
    private final SignIn signIn;

    VaultStore(Environment environment, StoreConfig section) {
        this.environment = environment;
        this.section = section;
        this.signIn = new SignIn(environment);
    }

    private interface Work<T> {
        T with(SecretEngine engine, SecretPlace place) throws VaultStoreException;
    }

    @Override
    public Protection protection() {
        return Protection.REMOTE;
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            return on(new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT), deadline, (engine, place) -> {
                return new Availability.Usable(engine.checkUsable(), false); // the name of a secret stays
            });
        } catch (VaultStoreException e) {
            return new Availability.NotUsable(e.reason());
        }
    }

    @Override
    public Finding find(Query query) {
        try {
            return on(
                    query,
                    (engine, place) -> new Finding(
                            place.location(), engine.read(place.path()).keyIn(place.field())));
        } catch (VaultStoreException e) {
            return new Finding(location(query.account()), new Outcome.Unusable(e.reason()));
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        try {
            return on(query, (engine, place) -> new KeySave(engine, place, key, expected).run());
        } catch (VaultStoreException e) {
            return new Saved.Failed(location(query.account()), e.reason());
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        try {
            return on(query, (engine, place) -> new KeyErasure(engine, place, expected).run());
        } catch (VaultStoreException e) {
            return new Erased.Failed(location(query.account()), e.reason());
        }
    }

    private <T> T on(Query query, Work<T> work) throws VaultStoreException {
        return on(query.account(), query.deadline(), work);
    }

    private <T> T on(Account account, Deadline deadline, Work<T> work) throws VaultStoreException {
        return BoundedWork.run(deadline, () -> {
            VaultSettings settings = VaultSettings.of(environment, section);
            SecretPlace place = place(settings, account);
            try (HttpClient client = TrustedServer.client(settings.address(), settings.caPath(), environment)) {
                VaultApi stranger = new VaultApi(settings, client, Optional.empty());
                VaultApi api = stranger.with(signIn.token(settings, stranger));
                return work.with(new SecretEngine(api), place);
            }
        });
    }

    private SecretPlace place(VaultSettings settings, Account account) throws VaultStoreException {
        return new SecretPlace(settings, SecretPath.of(account, settings.path(), environment));
    }

    /** Where the secret would be; if unknown, the store as such. */
    private Location location(Account account) {
        try {
            return place(VaultSettings.of(environment, section), account).location();
        } catch (VaultStoreException e) {
            return new Location.Place(Messages.SOMEWHERE);
        }
    }
}
