package wandb.auth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.login.LogIn;
import wandb.auth.app.login.LoginPreconditions;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.login.WorkspaceCheck;
import wandb.auth.app.logout.LogOut;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.lookup.ListAccounts;
import wandb.auth.app.migrate.Migrate;
import wandb.auth.app.store.AuditLog;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.app.token.ExchangeToken;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.policy.WorkspaceTrust.Consent;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.sdk.InstalledSdk;

/** A machine with an environment, a netrc file, a keychain, a remote store and all that is remembered, in memory. */
public final class Machine {

    public static final Path TRAIL = Path.of("/var/log/keys");
    public static final Path OTHER_TRAIL = Path.of("/var/log/more");
    public static final Reason NO_PROGRAM = new Reason("There is no such program.", "Install it.");
    public static final LoginOptions NO_OPTIONS = new LoginOptions(Verification.AS_REQUIRED, false, false);

    private final Effects effects = new Effects(this::state);
    private final MemoryStore netrc = new MemoryFile("netrc", effects);
    private final MemoryStore keyring = new MemoryStore("keyring", Protection.ENCRYPTED, effects);
    private final MemoryStore vault = new MemoryStore("vault", Protection.REMOTE, effects);
    private final FakeRegistry registry = new FakeRegistry(effects);
    private final FakeServers servers = new FakeServers(effects);
    private final FakeTrail trail = new FakeTrail();
    private final FakeVerifier verifier = new FakeVerifier();
    private final FakeTokens tokens = new FakeTokens();
    private final List<StoreHandle> others = new ArrayList<>();
    private FakeSource variable = FakeSource.giving("environment", Given.absent());
    private ResolutionPolicy policy = ResolutionPolicy.documented();
    private HostChoice server = new HostChoice(Given.HOST, HostOrigin.OPTION, Optional.empty());
    private Set<Consent> consents = Set.of();
    private Optional<FakeSource> workspace = Optional.empty();
    private boolean isNetrcOfSdk = true;
    private Supplier<Optional<InstalledSdk>> sdk = Optional::empty;

    /** What has been changed so far; what a test prepares does not count. */
    public Effects effects() {
        return effects;
    }

    public MemoryStore netrc() {
        return netrc;
    }

    public MemoryStore keyring() {
        return keyring;
    }

    public MemoryStore vault() {
        return vault;
    }

    public FakeRegistry registry() {
        return registry;
    }

    public FakeServers servers() {
        return servers;
    }

    public FakeTrail trail() {
        return trail;
    }

    public FakeVerifier verifier() {
        return verifier;
    }

    /** The tokens that the SDK keeps. */
    public FakeTokens tokens() {
        return tokens;
    }

    public void variableGives(Outcome outcome) {
        variable = FakeSource.giving("environment", outcome);
    }

    /** One store more, that keys are only read from. */
    public StoreHandle isReadFrom(String id, Outcome outcome) {
        FakeSource source = FakeSource.giving(id, outcome);
        StoreHandle store = new StoreHandle(new SourceId(id), () -> new StoreLookup.Opened(source));
        others.add(store);
        return store;
    }

    /** One store more, whose program is not on this machine. */
    public void isNotInstalled(String id) {
        StoreLookup broken = new StoreLookup.Broken(NO_PROGRAM, false);
        others.add(new StoreHandle(new SourceId(id), () -> broken));
    }

    public void sdkIs(Supplier<Optional<InstalledSdk>> found) {
        sdk = found;
    }

    /** One thing more is forbidden. */
    public Machine restricted(Restriction restriction) {
        policy = policy.restricted(restriction);
        return this;
    }

    public void policyIs(ResolutionPolicy newPolicy) {
        policy = newPolicy;
    }

    /** Whatever is done is recorded in these files. */
    public Machine recordedIn(Path... files) {
        for (Path file : files) {
            restricted(new Restriction.Recorded(file, Given.RULE));
        }
        return this;
    }

    /** Only the settings file of a workspace names the server. */
    public void isServerOf(Location workspaceFile) {
        server = new HostChoice(Given.HOST, HostOrigin.WORKSPACE_SETTINGS, Optional.of(workspaceFile));
    }

    /** The same for a server at another address than {@link Given#HOST}. */
    public void isServerOf(Location workspaceFile, Host host) {
        server = new HostChoice(host, HostOrigin.WORKSPACE_SETTINGS, Optional.of(workspaceFile));
    }

    /** The settings file of a workspace gives a key. */
    public void workspaceGives(Outcome outcome) {
        workspace = Optional.of(FakeSource.giving("workspace-settings", outcome));
    }

    /** What netrc holds, a program has left there that has nothing to do with W&B. */
    public void netrcIsOfAnotherProgram() {
        isNetrcOfSdk = false;
    }

    /** The user has consented to this. */
    public void userConsentsTo(Consent... given) {
        consents = Set.of(given);
    }

    private WorkspaceTrust trust(Accounts accounts) {
        SavedAccounts saved = accounts.saved() instanceof Parsed.Valid<SavedAccounts> valid
                ? valid.value()
                : new SavedAccounts(List.of());
        return new WorkspaceTrust(new AccountChoice(server, ProfileChoice.NONE), saved, Set.of(), consents);
    }

    /** Where which of the keys {@link Given} is, and what is remembered. */
    public String state() {
        Account account = Given.account();
        return "netrc has " + name(netrc.keyOf(account)) + ", keyring has " + name(keyring.keyOf(account)) + ", "
                + registry.entryOf(account).map(entry -> entry.store().value()).orElse("nothing") + " is noted, "
                + servers.chosen().map(host -> "the server is").orElse("no server is")
                + " chosen";
    }

    private static String name(Optional<ApiKey> key) {
        return key.map(kept -> kept.equals(Given.KEY) ? "the key" : "another").orElse("none");
    }

    public CredentialStores credentialStores() {
        List<StoreHandle> stores = new ArrayList<>(List.of(netrc.named(), keyring.named(), vault.named()));
        stores.addAll(others);
        List<SourceHandle> sources = new ArrayList<>(List.of(variable.named()));
        workspace.map(FakeSource::named).ifPresent(sources::add);
        return new CredentialStores(sources, stores);
    }

    public Accounts accounts() {
        return new Accounts(registry, registry.read(Given.environment()), settings(), Given.environment());
    }

    private CurrentSettings settings() {
        return new CurrentSettings(servers, Given.environment());
    }

    public AuditLog auditLog() {
        return new AuditLog(Optional.of(trail), policy, Given.environment());
    }

    public CredentialLookup lookup() {
        return lookup(accounts());
    }

    private CredentialLookup lookup(Accounts accounts) {
        return new CredentialLookup(credentialStores(), accounts, policy.forServer(trust(accounts)));
    }

    private LoginPreconditions preconditions(Accounts accounts) {
        WorkspaceCheck check = new WorkspaceCheck(trust(accounts), credentialStores(), queries(), host -> isNetrcOfSdk);
        return new LoginPreconditions(policy, auditLog(), accounts, check);
    }

    public AuditedStoreWriter writer() {
        return new AuditedStoreWriter(auditLog(), queries());
    }

    private static QueryFactory queries() {
        return new QueryFactory(Given.environment());
    }

    public LogIn logIn() {
        return logIn(accounts());
    }

    private LogIn logIn(Accounts accounts) {
        return new LogIn(
                lookup(accounts),
                credentialStores(),
                preconditions(accounts),
                () -> verifier,
                settings(),
                writer(),
                accounts,
                sdk,
                queries());
    }

    public LogOut logOut() {
        Accounts accounts = accounts();
        ExchangeToken exchange = new ExchangeToken(() -> tokens, settings(), queries());
        return new LogOut(choice -> lookup(accounts), credentialStores(), accounts, writer(), queries(), exchange);
    }

    public Migrate migrateTo(MemoryStore target) {
        return migrateTo(target.named());
    }

    public Migrate migrateTo(StoreHandle target) {
        Accounts accounts = accounts();
        CredentialStores stored = credentialStores().onlyStores();
        CredentialLookup lookup = new CredentialLookup(
                stored, accounts, ResolutionPolicy.documented().forServer(trust(accounts)));
        return new Migrate(lookup, credentialStores(), preconditions(accounts), logIn(accounts), target, queries());
    }

    public ListAccounts listAccounts() {
        return new ListAccounts(accounts(), credentialStores(), queries());
    }

    /** Saves the key in the store as one that was typed. */
    public LoginResult save(MemoryStore store) {
        return save(Given.KEY, store, new KeySource.Input(), NO_OPTIONS);
    }

    public LoginResult save(MemoryStore store, LoginOptions options) {
        return save(Given.KEY, store, new KeySource.Input(), options);
    }

    public LoginResult save(ApiKey key, MemoryStore store, KeySource origin, LoginOptions options) {
        return logIn().save(new SaveKeyCommand(Given.account(), key, store.named(), origin, options));
    }
}
