package wandb.auth.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.cli.context.Adapters;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkLocator;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreConfig;

/** A source {@code environment} with a prepared answer, stores {@code netrc} and {@code keyring} in memory, and the ports. */
public final class FakeAdapters implements Adapters {

    public static final Location SETTINGS = new Location.Place("the settings");

    /** A settings file that came with a repository. */
    public static final Location WORKSPACE = new Location.Place("the workspace");

    private Optional<String> workspaceServer = Optional.empty();
    private Optional<ApiKey> workspaceKey = Optional.empty();

    private final FakeStore store = new FakeStore("netrc", "the netrc file", Protection.PLAINTEXT);
    private final FakeStore keyring = new FakeStore("keyring", "the keychain", Protection.ENCRYPTED);
    private final FakeRules rules = new FakeRules();
    private final FakeAccounts accounts = new FakeAccounts();
    private final FakeSdkHook hook = new FakeSdkHook();
    private final List<Credential> verified = new ArrayList<>();
    private Verdict verdict = new Verdict.Confirmed(new Identity("ada", Optional.of("engines"), List.of("engines")));
    private Finding variable = new Finding(new Location.Variable("WANDB_API_KEY"), new Outcome.Absent());
    private Optional<SdkNetrc.Taken> sdkTakes = Optional.empty();
    private Optional<Complaint> rejected = Optional.empty();
    private Optional<Finding> settingsGive = Optional.empty();
    private Optional<InstalledSdk> sdk = Optional.empty();
    private TokenExchange.Exchanged exchanged = new Verdict.Rejected("nobody");
    private Optional<SourceId> gone = Optional.empty();
    private Optional<Erased> tokens = Optional.empty();
    private ProfileSwitcher.Activity activity = new ProfileSwitcher.NoKey(SETTINGS, Optional.empty());
    private ProfileSwitcher.Activity activated = activity;
    private Optional<PolicyDraft> draft = Optional.empty();
    private int asked;
    private Optional<Host> remembered = Optional.empty();
    private Optional<Parsed.Invalid<Kept>> memoryFails = Optional.empty();

    /** The store {@code netrc}. */
    public FakeStore store() {
        return store;
    }

    /** The hook of the Python SDK. */
    public FakeSdkHook hook() {
        return hook;
    }

    public FakeStore keyring() {
        return keyring;
    }

    public FakeRules rules() {
        return rules;
    }

    public FakeAccounts accounts() {
        return accounts;
    }

    /** The server says this to every credential. */
    public void serverSays(Verdict answer) {
        verdict = answer;
    }

    /** The credentials that the server was asked about. */
    public List<Credential> verified() {
        return verified;
    }

    /** The source {@code environment} answers this. */
    public void variableGives(Finding finding) {
        variable = finding;
    }

    public void sdkIs(InstalledSdk installed) {
        sdk = Optional.of(installed);
    }

    public void workspaceNames(String server) {
        workspaceServer = Optional.of(server);
    }

    public void workspaceGives(ApiKey key) {
        workspaceKey = Optional.of(key);
    }

    /** Remembering a server fails so, without an obstacle that could be seen before. */
    public void rememberingFails(Parsed.Invalid<Kept> failed) {
        memoryFails = Optional.of(failed);
    }

    /** A file that is judged as a policy says this. */
    public void fileSays(PolicyDraft policy) {
        draft = Optional.of(policy);
    }

    /** How often anybody asked where a server or a credential is configured, which may open files. */
    public int timesAsked() {
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
                new Files(),
                new Switch(),
                hook,
                new Servers(),
                locator(),
                catalog(),
                sdkNetrc(),
                verifier(),
                exchange());
        for (Object adapter : all) {
            if (type.isInstance(adapter)) {
                adapters.add(type.cast(adapter));
            }
        }
        return adapters;
    }

    /** The SDK goes on without the settings files for this reason. */
    public void sdkRejects(Complaint option) {
        rejected = Optional.of(option);
    }

    /** A store is set up whose program is not on this machine. */
    public void isNotInstalled(String id) {
        gone = Optional.of(new SourceId(id));
    }

    private DynamicStoreProvider catalog() {
        return new DynamicStoreProvider() {
            @Override
            public List<SourceId> ids(Environment environment, Set<SourceId> mentioned) {
                return gone.stream().toList();
            }

            @Override
            public StoreLookup open(SourceId id, Environment environment, StoreConfig section, Approval approval) {
                Reason reason = new Reason("There is no such program.", "Install it.");
                return gone.equals(Optional.of(id)) ? new StoreLookup.Broken(reason, false) : new StoreLookup.Unknown();
            }
        };
    }

    /** A settings file is a source, and answers this. */
    public void settingsGive(Finding finding) {
        settingsGive = Optional.of(finding);
    }

    /** The SDK takes this from the netrc file. */
    public void sdkTakes(SdkNetrc.Taken taken) {
        sdkTakes = Optional.of(taken);
    }

    private SdkNetrc sdkNetrc() {
        return (environment, host) -> sdkTakes;
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

    /** Tokens of the server are kept, and erasing them answers this. */
    public void erasingTokensGives(Erased erased) {
        tokens = Optional.of(erased);
    }

    /** A server exchanges an identity token so. */
    public void exchangeGives(TokenExchange.Exchanged answer) {
        exchanged = answer;
    }

    private TokenExchange exchange() {
        return new TokenExchange() {
            @Override
            public Exchanged exchange(Environment environment, ServerRequest request, IdentityToken token) {
                return exchanged;
            }

            @Override
            public boolean keepsTokens(Environment environment, Host host) {
                return tokens.isPresent();
            }

            @Override
            public Erased eraseTokens(Environment environment, Host host) {
                return tokens.orElseThrow();
            }
        };
    }

    /** The account's key stands there, and there after a switch to it. */
    public void switchGives(ProfileSwitcher.Activity before, ProfileSwitcher.Activity after) {
        activity = before;
        activated = after;
    }

    private final class Switch implements ProfileSwitcher {

        @Override
        public Activity activity(Environment environment, Account account) {
            return activity;
        }

        @Override
        public Activity activate(Environment environment, Account account) {
            return activated;
        }

        @Override
        public Optional<Failed> takeOver(Environment environment, Map<String, String> former) {
            throw new AssertionError("nothing is noted");
        }
    }

    private final class Files implements ConfigurationRepository {

        @Override
        public Configuration read(Environment environment) {
            Parsed<ProfileChoice> profile = environment
                    .variable("WANDB_PROFILE")
                    .map(Files::chosenByVariable)
                    .orElse(new Parsed.Valid<>(ProfileChoice.NONE));
            return new Configuration(rules.read(), accounts.read(), Map.of(), profile, Map.of());
        }

        private static Parsed<ProfileChoice> chosenByVariable(String name) {
            Location variable = new Location.Variable("WANDB_PROFILE");
            try {
                return new Parsed.Valid<>(
                        new ProfileChoice(new Profile(name), ProfileOrigin.VARIABLE, Optional.of(variable)));
            } catch (InvalidProfileException e) {
                return new Parsed.Invalid<>(variable, new Reason(e.getMessage(), "Correct it."));
            }
        }

        @Override
        public PolicyDraft judge(Environment environment, Path file) {
            return draft.orElseThrow();
        }

        @Override
        public Optional<Complaint> obstacle(Environment environment) {
            return Optional.empty();
        }

        @Override
        public Parsed<List<KeyPlace>> earlierPlaces(Environment environment) {
            return new Parsed.Valid<>(List.of());
        }

        @Override
        public Optional<Complaint> forgetEarlierPlaces(Environment environment, List<KeyPlace> places) {
            return Optional.empty();
        }

        @Override
        public Parsed<Configuration> change(Environment environment, Configuration before, ConfigurationChange change) {
            Optional<Complaint> failed = accounts.change(change);
            return failed.isPresent()
                    ? new Parsed.Invalid<>(failed.get().location(), failed.get().reason())
                    : new Parsed.Valid<>(read(environment));
        }
    }

    private final class Variable implements SourceProvider, CredentialSource {

        @Override
        public SourceId id() {
            return new SourceId("environment");
        }

        @Override
        public CredentialSource open(Environment environment, StoreConfig section) {
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

    private final class Servers implements SdkSettingsRepository {

        @Override
        public List<SourceId> sources() {
            List<SourceId> sources = new ArrayList<>();
            workspaceKey.ifPresent(key -> sources.add(ResolutionPolicy.WORKSPACE_SETTINGS));
            settingsGive.ifPresent(finding -> sources.add(new SourceId("system-settings")));
            return sources;
        }

        @Override
        public SdkSettings read(Environment environment) {
            asked++;
            return new Settings(
                    environment.variable("WANDB_BASE_URL"),
                    remembered,
                    workspaceServer,
                    workspaceKey,
                    settingsGive,
                    rejected);
        }

        @Override
        public Parsed<Kept> remember(Environment environment, SdkSettings before, Host host, Host unnamed) {
            if (memoryFails.isPresent()) {
                return memoryFails.get();
            }
            boolean known = remembered.equals(Optional.of(host));
            remembered = Optional.of(host);
            return new Parsed.Valid<>(new Kept(known ? List.of() : List.of(SETTINGS), List.of(), read(environment)));
        }
    }

    private record Settings(
            Optional<String> variable,
            Optional<Host> chosen,
            Optional<String> workspaceServer,
            Optional<ApiKey> workspaceKey,
            Optional<Finding> systemKey,
            Optional<Complaint> rejection)
            implements SdkSettings {

        @Override
        public Parsed<Optional<ConfiguredAddress>> server() {
            Optional<ConfiguredAddress> named = variable.map(
                    text -> new ConfiguredAddress(text, HostOrigin.VARIABLE, new Location.Variable("WANDB_BASE_URL")));
            return new Parsed.Valid<>(named.or(() -> workspaceServer.map(
                            text -> new ConfiguredAddress(text, HostOrigin.WORKSPACE_SETTINGS, WORKSPACE)))
                    .or(() -> chosen.map(
                            host -> new ConfiguredAddress(host.url(), HostOrigin.SYSTEM_SETTINGS, SETTINGS))));
        }

        @Override
        public Finding key(SourceId source, Host host) {
            if (!source.equals(ResolutionPolicy.WORKSPACE_SETTINGS)) {
                return systemKey.orElseThrow();
            }
            return workspaceKey
                    .map(key -> new Finding(WORKSPACE, new Outcome.Found(key, Revision.of(key.reveal()))))
                    .orElseGet(() -> new Finding(WORKSPACE, new Outcome.Absent()));
        }

        @Override
        public boolean isBroken(SourceId source) {
            return false;
        }
    }
}
