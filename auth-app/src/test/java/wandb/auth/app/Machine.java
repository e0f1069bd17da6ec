package wandb.auth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.LoginOptions.Verification;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Restriction;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Opening;

/** A machine with an environment, a netrc file, a keychain, a remote store and all that is remembered, in memory. */
final class Machine {

    static final Path TRAIL = Path.of("/var/log/keys");
    static final Path OTHER_TRAIL = Path.of("/var/log/more");
    static final LoginOptions NO_OPTIONS = new LoginOptions(Verification.AS_REQUIRED, false, false);

    private final Effects effects = new Effects(this::state);
    private final MemoryStore netrc = new MemoryStore("netrc", Protection.PLAINTEXT, effects);
    private final MemoryStore keyring = new MemoryStore("keyring", Protection.ENCRYPTED, effects);
    private final MemoryStore vault = new MemoryStore("vault", Protection.REMOTE, effects);
    private final FakeRegistry registry = new FakeRegistry(effects);
    private final FakeServers servers = new FakeServers(effects);
    private final FakeTrail trail = new FakeTrail();
    private final FakeVerifier verifier = new FakeVerifier();
    private final List<NamedStore> others = new ArrayList<>();
    private FakeSource variable = FakeSource.giving("environment", Given.absent());
    private ResolutionPolicy policy = ResolutionPolicy.documented();
    private SdkLocator sdkLocator = environment -> Optional.empty();

    /** What has been changed so far; what a test prepares does not count. */
    Effects effects() {
        return effects;
    }

    MemoryStore netrc() {
        return netrc;
    }

    MemoryStore keyring() {
        return keyring;
    }

    MemoryStore vault() {
        return vault;
    }

    FakeRegistry registry() {
        return registry;
    }

    FakeServers servers() {
        return servers;
    }

    FakeTrail trail() {
        return trail;
    }

    FakeVerifier verifier() {
        return verifier;
    }

    void variableGives(Outcome outcome) {
        variable = FakeSource.giving("environment", outcome);
    }

    /** One store more, that keys are only read from. */
    NamedStore isReadFrom(String id, Outcome outcome) {
        FakeSource source = FakeSource.giving(id, outcome);
        NamedStore store = new NamedStore(new SourceId(id), () -> new Opening.Opened(source));
        others.add(store);
        return store;
    }

    void sdkIs(SdkLocator locator) {
        sdkLocator = locator;
    }

    /** One thing more is forbidden. */
    Machine restricted(Restriction restriction) {
        policy = policy.restricted(restriction);
        return this;
    }

    void policyIs(ResolutionPolicy newPolicy) {
        policy = newPolicy;
    }

    /** Whatever is done is recorded in these files. */
    Machine recordedIn(Path... files) {
        for (Path file : files) {
            restricted(new Restriction.Recorded(file, Given.RULE));
        }
        return this;
    }

    /** Where which of the keys {@link Given} is, and what is remembered. */
    String state() {
        Account account = Given.account();
        return "netrc has " + name(netrc.keyOf(account)) + ", keyring has " + name(keyring.keyOf(account)) + ", "
                + registry.entryOf(account).map(entry -> entry.store().value()).orElse("nothing") + " is noted, "
                + servers.chosen().map(host -> "the server is").orElse("no server is")
                + " chosen";
    }

    private static String name(Optional<ApiKey> key) {
        return key.map(kept -> kept.equals(Given.KEY) ? "the key" : "another").orElse("none");
    }

    Places places() {
        List<NamedStore> stores = new ArrayList<>(List.of(netrc.named(), keyring.named(), vault.named()));
        stores.addAll(others);
        return new Places(List.of(variable.named()), stores, Optional.empty());
    }

    Accounts accounts() {
        return new Accounts(
                registry,
                registry.read(Given.environment()),
                new CurrentSettings(servers, Given.environment()),
                Given.environment());
    }

    Journal journal() {
        return new Journal(trail, policy, Given.environment());
    }

    CredentialLookup lookup() {
        return lookup(accounts());
    }

    private CredentialLookup lookup(Accounts accounts) {
        return new CredentialLookup(places(), accounts, policy);
    }

    private LoginPreconditions preconditions(Accounts accounts) {
        return new LoginPreconditions(policy, journal(), accounts);
    }

    AuditedStoreWriter writer() {
        return new AuditedStoreWriter(journal(), new GivenQueries());
    }

    LogIn logIn() {
        return logIn(accounts());
    }

    private LogIn logIn(Accounts accounts) {
        Queries queries = new GivenQueries();
        return new LogIn(
                lookup(accounts),
                places(),
                preconditions(accounts),
                new VerifyCredential(() -> verifier, Given.environment(), queries),
                writer(),
                accounts,
                sdkLocator,
                Given.environment(),
                queries);
    }

    LogOut logOut() {
        Accounts accounts = accounts();
        return new LogOut(lookup(accounts), places(), accounts, writer(), new GivenQueries());
    }

    Migrate migrateTo(MemoryStore target) {
        return migrateTo(target.named());
    }

    Migrate migrateTo(NamedStore target) {
        Accounts accounts = accounts();
        Places stored = places().onlyStores();
        CredentialLookup lookup = new CredentialLookup(stored, accounts, ResolutionPolicy.documented());
        return new Migrate(lookup, places(), preconditions(accounts), logIn(accounts), target, new GivenQueries());
    }

    ListAccounts listAccounts() {
        return new ListAccounts(accounts(), places(), new GivenQueries());
    }

    /** Saves the key in the store as one that was typed. */
    LoginResult save(MemoryStore store) {
        return save(Given.KEY, store, new KeySource.Input(), NO_OPTIONS);
    }

    LoginResult save(MemoryStore store, LoginOptions options) {
        return save(Given.KEY, store, new KeySource.Input(), options);
    }

    LoginResult save(ApiKey key, MemoryStore store, KeySource origin, LoginOptions options) {
        return logIn().save(new SaveKeyCommand(Given.account(), key, store.named(), origin, options));
    }
}
