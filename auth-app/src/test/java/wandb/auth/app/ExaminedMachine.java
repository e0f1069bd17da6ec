package wandb.auth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.doctor.AccountCheck;
import wandb.auth.app.doctor.PolicyCheck;
import wandb.auth.app.doctor.RunDiagnostics;
import wandb.auth.app.doctor.StoreSelfTest;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.app.store.StoreHandle;
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
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A machine whose settings name the server {@link Given#HOST}, with stores in memory. */
public final class ExaminedMachine {

    private final Environment environment = Given.environment();
    private final Account account = new Account(Given.HOST, Profile.DEFAULT);
    private final List<SourceHandle> sources = new ArrayList<>();
    private final List<StoreHandle> stores = new ArrayList<>();
    private final List<HealthCheck> checks = new ArrayList<>();
    private Parsed<SavedAccounts> registered = new Parsed.Valid<>(new SavedAccounts(List.of()));
    private ResolutionPolicy policy = ResolutionPolicy.documented();
    private Optional<SdkNetrc.Taken> sdkTakes = Optional.empty();
    private Optional<InstalledSdk> sdk = Optional.empty();

    public Environment environment() {
        return environment;
    }

    /** The account on the server of the settings, which stores keep their key for. */
    public Account account() {
        return account;
    }

    public KeepingStore store(String id, Protection protection) {
        KeepingStore store = new KeepingStore(id, protection, account);
        stores.add(new StoreHandle(new SourceId(id), () -> new StoreLookup.Opened(store)));
        return store;
    }

    public void source(Location location, Outcome outcome) {
        source("environment", location, outcome);
    }

    public void source(String id, Location location, Outcome outcome) {
        sources.add(new SourceHandle(new SourceId(id), new OneAnswer(new Finding(location, outcome))));
    }

    /** The account's key was last saved to that store. */
    public void remember(String store) {
        registered = new Parsed.Valid<>(
                new SavedAccounts(List.of(new SavedAccount(account, new SourceId(store), Optional.empty()))));
    }

    public void registry(Parsed<SavedAccounts> answer) {
        registered = answer;
    }

    public void policy(ResolutionPolicy inForce) {
        policy = inForce;
    }

    public void sdk(InstalledSdk installed) {
        sdk = Optional.of(installed);
    }

    public void check(HealthCheck check) {
        checks.add(check);
    }

    /** The SDK takes this from the netrc file. */
    public void sdkTakes(SdkNetrc.Taken taken) {
        sdkTakes = Optional.of(taken);
    }

    private SdkChoice sdkChoice() {
        return new SdkChoice(
                () -> (here, host) -> sdkTakes,
                List.of(new SourceId("system-settings")),
                () -> GivenSettings.NONE,
                environment);
    }

    public List<Complaint> examine() {
        Registry registry = new Registry();
        CurrentSettings settings = new CurrentSettings(new Settings(), environment);
        Accounts accounts = new Accounts(registry, registry.read(environment), settings, environment);
        CredentialStores credentialStores = new CredentialStores(sources, stores);
        List<HealthCheck> all = new ArrayList<>(checks);
        all.add(new PolicyCheck(credentialStores, policy));
        all.add(new AccountCheck(credentialStores, accounts, policy, nothing -> sdk, sdkChoice(), Interaction.NONE));
        all.add(new StoreSelfTest(credentialStores, policy, Interaction.NONE));
        return new RunDiagnostics(all, accounts, environment).examine(Optional.empty());
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
                    new Parsed.Valid<>(ProfileChoice.NONE),
                    Map.of());
        }

        @Override
        public PolicyDraft judge(Environment environment, Path file) {
            throw new AssertionError("no policy is judged here");
        }

        @Override
        public Optional<Complaint> obstacle(Environment here) {
            return Optional.empty();
        }

        @Override
        public Parsed<List<KeyPlace>> earlierPlaces(Environment here) {
            return new Parsed.Valid<>(List.of());
        }

        @Override
        public Optional<Complaint> forgetEarlierPlaces(Environment here, List<KeyPlace> places) {
            return Optional.empty();
        }

        @Override
        public Parsed<Configuration> change(Environment here, Configuration before, ConfigurationChange change) {
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
        public Parsed<Kept> remember(Environment here, SdkSettings before, Host host, Host unnamed) {
            throw new UnsupportedOperationException("an examination chooses no server");
        }
    }

    /** A store that remembers what it was told to do, and can be made to fail at it. */
    public static final class KeepingStore implements CredentialStore {

        private final Protection protection;
        private final Location place;
        private final Account account;
        private final Map<Account, ApiKey> keys = new HashMap<>();
        private final List<Account> saved = new ArrayList<>();
        private final List<Deadline> questions = new ArrayList<>();
        private Availability availability = new Availability.Usable();
        private Optional<Saved> ofSave = Optional.empty();
        private Optional<Outcome> ofFind = Optional.empty();
        private Optional<Erased> ofErase = Optional.empty();

        public KeepingStore(String id, Protection protection, Account account) {
            this.protection = protection;
            this.place = new Location.Place(id);
            this.account = account;
        }

        public Location place() {
            return place;
        }

        public void keep(ApiKey key) {
            keys.put(account, key);
        }

        public void isUnavailable(Reason reason) {
            availability = new Availability.NotUsable(reason);
        }

        /** What it erases leaves something behind. */
        public void neverForgets() {
            availability = new Availability.Usable(List.of(), false);
        }

        public void answersASaveWith(Saved answer) {
            ofSave = Optional.of(answer);
        }

        public void answersWith(Outcome answer) {
            ofFind = Optional.of(answer);
        }

        public void answersAnEraseWith(Erased answer) {
            ofErase = Optional.of(answer);
        }

        /** By when each question had to be answered. */
        public List<Deadline> questions() {
            return questions;
        }

        /** Each answer takes time, if only the least that a clock can tell. */
        private void isAsked(Deadline deadline) {
            questions.add(deadline);
            long asked = System.nanoTime();
            while (System.nanoTime() == asked) {
                Thread.onSpinWait();
            }
        }

        /** For whom keys were saved. */
        public List<Account> saved() {
            return saved;
        }

        public boolean isEmpty() {
            return keys.isEmpty();
        }

        @Override
        public Protection protection() {
            return protection;
        }

        @Override
        public Availability availability(Deadline deadline) {
            isAsked(deadline);
            return availability;
        }

        @Override
        public Finding find(Query query) {
            isAsked(query.deadline());
            Outcome kept = Optional.ofNullable(keys.get(query.account()))
                    .map(Given::found)
                    .orElseGet(Given::absent);
            return new Finding(place, ofFind.orElse(kept));
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            isAsked(query.deadline());
            if (ofSave.isPresent()) {
                return ofSave.get();
            }
            saved.add(query.account());
            keys.put(query.account(), key);
            return new Saved.Stored(place, Revision.of(key.reveal()), List.of());
        }

        @Override
        public Erased erase(Query query, Precondition expected) {
            return ofErase.orElseGet(
                    () -> keys.remove(query.account()) == null ? new Erased.Nothing(place) : new Erased.Gone(place));
        }
    }
}
