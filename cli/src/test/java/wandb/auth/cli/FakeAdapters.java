package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.AccountRegistry.Noted;
import wandb.auth.domain.Credential;
import wandb.auth.domain.CredentialVerifier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.Identity;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.ProfileOrigin;
import wandb.auth.domain.ProfileSettings;
import wandb.auth.domain.ProfileSwitch;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerSettings;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.StoreSettings;
import wandb.auth.domain.SwitchMemory;
import wandb.auth.domain.TokenExchange;
import wandb.auth.domain.Verdict;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.SourceProvider;

/** A source {@code environment} with a prepared answer, stores {@code netrc} and {@code keyring} in memory, and the ports. */
final class FakeAdapters implements Adapters {

    static final Location SETTINGS = new Location.Place("the settings");

    private final FakeStore store = new FakeStore("netrc", "the netrc file", Protection.PLAINTEXT);
    private final FakeStore keyring = new FakeStore("keyring", "the keychain", Protection.ENCRYPTED);
    private final FakeRules rules = new FakeRules();
    private final FakeAccounts accounts = new FakeAccounts();
    private final List<Credential> verified = new ArrayList<>();
    private Verdict verdict = new Verdict.Confirmed(new Identity("ada", Optional.of("engines"), List.of("engines")));
    private Finding variable = new Finding(new Location.Variable("WANDB_API_KEY"), new Outcome.Absent());
    private Optional<InstalledSdk> sdk = Optional.empty();
    private TokenExchange.Exchanged exchanged = new TokenExchange.Rejected("nobody");
    private ProfileSwitch.Standing standing = new ProfileSwitch.Nothing(SETTINGS);
    private ProfileSwitch.Standing switched = standing;
    private int asked;
    private Optional<Host> remembered = Optional.empty();
    private Optional<ServerMemory.Failed> memoryFails = Optional.empty();

    /** The store {@code netrc}. */
    FakeStore store() {
        return store;
    }

    FakeStore keyring() {
        return keyring;
    }

    FakeRules rules() {
        return rules;
    }

    FakeAccounts accounts() {
        return accounts;
    }

    /** The server says this to every credential. */
    void serverSays(Verdict answer) {
        verdict = answer;
    }

    /** The credentials that the server was asked about. */
    List<Credential> verified() {
        return verified;
    }

    /** The source {@code environment} answers this. */
    void variableGives(Finding finding) {
        variable = finding;
    }

    void sdkIs(InstalledSdk installed) {
        sdk = Optional.of(installed);
    }

    /** Remembering a server fails so, without an obstacle that could be seen before. */
    void rememberingFails(ServerMemory.Failed failed) {
        memoryFails = Optional.of(failed);
    }

    /** How often anybody asked where a server or a credential is configured, which may open files. */
    int timesAsked() {
        return asked;
    }

    @Override
    public <T> Iterable<T> of(Class<T> type) {
        List<T> adapters = new ArrayList<>();
        List<Object> all = List.of(
                new Variable(),
                store,
                keyring,
                rules,
                accounts,
                new BaseUrl(),
                profiles(),
                new Switch(),
                new Switches(),
                new Servers(),
                locator(),
                verifier(),
                exchange(),
                sections());
        for (Object adapter : all) {
            if (type.isInstance(adapter)) {
                adapters.add(type.cast(adapter));
            }
        }
        return adapters;
    }

    private SdkLocator locator() {
        return environment -> sdk;
    }

    private CredentialVerifier verifier() {
        return (environment, query, credential) -> {
            verified.add(credential);
            return verdict;
        };
    }

    /** A server exchanges an identity token so. */
    void exchangeGives(TokenExchange.Exchanged answer) {
        exchanged = answer;
    }

    private TokenExchange exchange() {
        return (environment, request, token) -> exchanged;
    }

    /** The account's key stands there, and there after a switch to it. */
    void switchGives(ProfileSwitch.Standing before, ProfileSwitch.Standing after) {
        standing = before;
        switched = after;
    }

    private final class Switch implements ProfileSwitch {

        @Override
        public Standing standing(Environment environment, Account account, List<Profile> profiles) {
            return standing;
        }

        @Override
        public Standing make(Environment environment, Account account, List<Profile> profiles) {
            return switched;
        }
    }

    private static final class Switches implements SwitchMemory {

        @Override
        public List<Profile> read(Environment environment, Host host) {
            return List.of();
        }

        @Override
        public Noted note(Environment environment, Account account) {
            return new AccountRegistry.Kept(SETTINGS);
        }

        @Override
        public Noted forget(Environment environment, Account account) {
            return new AccountRegistry.Kept(SETTINGS);
        }
    }

    private static ProfileSettings profiles() {
        return environment -> environment
                .variable("WANDB_PROFILE")
                .<ProfileSettings.Configured>map(name -> new ProfileSettings.ConfiguredName(
                        name, ProfileOrigin.VARIABLE, new Location.Variable("WANDB_PROFILE")))
                .orElseGet(ProfileSettings.NotConfigured::new);
    }

    private static StoreSettings sections() {
        return environment -> Map.of();
    }

    private final class Variable implements SourceProvider, CredentialSource {

        @Override
        public SourceId id() {
            return new SourceId("environment");
        }

        @Override
        public CredentialSource open(Environment environment, Section section) {
            return this;
        }

        @Override
        public Protection protection() {
            return Protection.PLAINTEXT;
        }

        @Override
        public Finding find(Query query) {
            asked++;
            return variable;
        }
    }

    private final class BaseUrl implements ServerSettings {

        @Override
        public Configured address(Environment environment) {
            asked++;
            Optional<Configured> variable = environment
                    .variable("WANDB_BASE_URL")
                    .map(text ->
                            new ConfiguredAddress(text, HostOrigin.VARIABLE, new Location.Variable("WANDB_BASE_URL")));
            return variable.or(() -> remembered.map(
                            host -> new ConfiguredAddress(host.url(), HostOrigin.SYSTEM_SETTINGS, SETTINGS)))
                    .orElseGet(NotConfigured::new);
        }
    }

    private final class Servers implements ServerMemory {

        @Override
        public Optional<Failed> obstacle(Environment environment, Host host) {
            return Optional.empty();
        }

        @Override
        public Optional<Host> remembered(Environment environment) {
            return remembered;
        }

        @Override
        public Remembered remember(Environment environment, Host host) {
            if (memoryFails.isPresent()) {
                return memoryFails.get();
            }
            boolean known = remembered.equals(Optional.of(host));
            remembered = Optional.of(host);
            return new Kept(known ? List.of() : List.of(SETTINGS));
        }
    }
}
