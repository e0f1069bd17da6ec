package wandb.auth.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.HealthCheck;
import wandb.auth.domain.HealthCheck.Complaint;
import wandb.auth.domain.Host;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Configuration;
import wandb.auth.domain.port.ConfigurationChange;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.SavedAccount;
import wandb.auth.domain.port.SavedAccounts;
import wandb.auth.domain.port.SdkSettings;
import wandb.auth.domain.port.SdkSettingsRepository;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A machine whose settings name the server {@link Given#HOST}, with stores in memory. */
final class ExaminedMachine {

    private final Environment environment = Given.environment();
    private final Account account = new Account(Given.HOST, Profile.DEFAULT);
    private final List<NamedSource> sources = new ArrayList<>();
    private final List<NamedStore> stores = new ArrayList<>();
    private final List<HealthCheck> checks = new ArrayList<>();
    private Parsed<SavedAccounts> registered = new Parsed.Valid<>(new SavedAccounts(List.of()));
    private ResolutionPolicy policy = ResolutionPolicy.documented();
    private Optional<InstalledSdk> sdk = Optional.empty();

    Environment environment() {
        return environment;
    }

    /** The account on the server of the settings, which stores keep their key for. */
    Account account() {
        return account;
    }

    KeepingStore store(String id, Protection protection) {
        KeepingStore store = new KeepingStore(id, protection, account);
        stores.add(new NamedStore(new SourceId(id), () -> new Opening.Opened(store)));
        return store;
    }

    void source(Location location, Outcome outcome) {
        sources.add(new NamedSource(new SourceId("environment"), new OneAnswer(new Finding(location, outcome))));
    }

    /** The account's key was last saved to that store. */
    void remember(String store) {
        registered = new Parsed.Valid<>(
                new SavedAccounts(List.of(new SavedAccount(account, new SourceId(store), Optional.empty()))));
    }

    void registry(Parsed<SavedAccounts> answer) {
        registered = answer;
    }

    void policy(ResolutionPolicy inForce) {
        policy = inForce;
    }

    void sdk(InstalledSdk installed) {
        sdk = Optional.of(installed);
    }

    void check(HealthCheck check) {
        checks.add(check);
    }

    List<Complaint> examine() {
        Registry registry = new Registry();
        CurrentSettings settings = new CurrentSettings(new Settings(), environment);
        Accounts accounts = new Accounts(registry, registry.read(environment), settings, environment);
        Places places = new Places(sources, stores, Optional.empty());
        List<HealthCheck> all = new ArrayList<>(checks);
        all.add(new PolicyCheck(places, policy));
        all.add(new AccountCheck(places, accounts, policy, nothing -> sdk, Interaction.NONE));
        all.add(new StoreProof(places, policy, Interaction.NONE));
        return new ExamineMachine(all, accounts, environment).examine(Optional.empty());
    }

    private record OneAnswer(Finding finding) implements CredentialSource {

        @Override
        public Protection protection() {
            return Protection.PLAINTEXT;
        }

        @Override
        public Finding find(Query query) {
            return finding;
        }
    }

    private final class Registry implements ConfigurationRepository {

        @Override
        public Configuration read(Environment here) {
            return new Configuration(
                    new Parsed.Valid<>(ResolutionPolicy.documented()),
                    registered,
                    Map.of(),
                    new Parsed.Valid<>(Optional.empty()),
                    Map.of());
        }

        @Override
        public Changed change(Environment here, Configuration before, ConfigurationChange change) {
            throw new UnsupportedOperationException("an examination changes nothing");
        }
    }

    private static final class Settings implements SdkSettingsRepository {

        @Override
        public List<SourceId> sources() {
            return List.of();
        }

        @Override
        public SdkSettings read(Environment here) {
            return new GivenSettings(new Parsed.Valid<>(Optional.empty()), Optional.of(Given.HOST));
        }

        @Override
        public Optional<Failed> obstacle(Environment here, SdkSettings before, Host host) {
            return Optional.empty();
        }

        @Override
        public Remembered remember(Environment here, SdkSettings before, Host host) {
            throw new UnsupportedOperationException("an examination chooses no server");
        }
    }

    /** A store that remembers what it was told to do, and can be made to fail at it. */
    static final class KeepingStore implements CredentialStore {

        private final Protection protection;
        private final Location place;
        private final Account account;
        private final Map<Account, ApiKey> keys = new HashMap<>();
        private final List<Account> saved = new ArrayList<>();
        private Availability availability = new Availability.Usable();
        private Optional<Saved> ofSave = Optional.empty();
        private Optional<Outcome> ofFind = Optional.empty();
        private Optional<Erased> ofErase = Optional.empty();

        KeepingStore(String id, Protection protection, Account account) {
            this.protection = protection;
            this.place = new Location.Place(id);
            this.account = account;
        }

        Location place() {
            return place;
        }

        void keep(ApiKey key) {
            keys.put(account, key);
        }

        void isUnavailable(Reason reason) {
            availability = new Availability.NotUsable(reason);
        }

        void answersASaveWith(Saved answer) {
            ofSave = Optional.of(answer);
        }

        void answersWith(Outcome answer) {
            ofFind = Optional.of(answer);
        }

        void answersAnEraseWith(Erased answer) {
            ofErase = Optional.of(answer);
        }

        /** For whom keys were saved. */
        List<Account> saved() {
            return saved;
        }

        boolean isEmpty() {
            return keys.isEmpty();
        }

        @Override
        public Protection protection() {
            return protection;
        }

        @Override
        public Availability availability(Deadline deadline) {
            return availability;
        }

        @Override
        public Finding find(Query query) {
            Outcome kept = Optional.ofNullable(keys.get(query.account()))
                    .map(Given::found)
                    .orElseGet(Given::absent);
            return new Finding(place, ofFind.orElse(kept));
        }

        @Override
        public Saved save(Query query, ApiKey key, Expected expected) {
            if (ofSave.isPresent()) {
                return ofSave.get();
            }
            saved.add(query.account());
            keys.put(query.account(), key);
            return new Saved.Stored(place, Revision.of(key.reveal()), List.of());
        }

        @Override
        public Erased erase(Query query, Expected expected) {
            return ofErase.orElseGet(
                    () -> keys.remove(query.account()) == null ? new Erased.Nothing(place) : new Erased.Gone(place));
        }
    }
}
