package wandb.auth.cli.context;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.account.HostSelection;
import wandb.auth.app.doctor.CheckPolicy;
import wandb.auth.app.doctor.RunDiagnostics;
import wandb.auth.app.login.LogIn;
import wandb.auth.app.login.LoginPreconditions;
import wandb.auth.app.login.WorkspaceCheck;
import wandb.auth.app.logout.LogOut;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.lookup.ListAccounts;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.app.migrate.Migrate;
import wandb.auth.app.profile.SwitchProfile;
import wandb.auth.app.profile.TakeOverSwitches;
import wandb.auth.app.setup.SetUpStore;
import wandb.auth.app.status.ShowStatus;
import wandb.auth.app.store.AuditLog;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.ListStores;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.app.token.ExchangeToken;
import wandb.auth.app.token.GetCredential;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Console;
import wandb.auth.cli.terminal.ProgressTokenExchange;
import wandb.auth.cli.terminal.ProgressVerifier;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.AuditTrail;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.domain.port.sdk.ProgramLocator;
import wandb.auth.domain.port.sdk.SdkHook;
import wandb.auth.domain.port.sdk.SdkLocator;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.spi.Interaction;

/** Puts the use cases together from what is installed; no adapter is named here. */
public final class CompositionRoot {

    private final Environment environment;
    private final Adapters adapters;
    private final Console console;
    private final Configuration configuration;
    private final ResolutionPolicy policy;
    private final CurrentSettings settings;
    private final HostSelection hosts;
    private final Accounts accounts;
    private final CredentialStores credentialStores;
    private final AuditLog auditLog;
    private final AuditedStoreWriter writer;
    private final QueryFactory questions;

    /**
     * Assembles what is installed, under the policy in force; if that is unknown, without any source and store, so that nothing can
     * be forbidden.
     */
    public CompositionRoot(Environment environment, Adapters adapters, Console console) {
        this.environment = environment;
        this.adapters = adapters;
        this.console = console;
        ConfigurationRepository repository = only(ConfigurationRepository.class);
        this.configuration = repository.read(environment);
        this.policy = configuration.policy() instanceof Parsed.Valid<ResolutionPolicy> valid
                ? valid.value()
                : ResolutionPolicy.documented();
        this.settings = new CurrentSettings(only(SdkSettingsRepository.class), environment);
        this.hosts = new HostSelection(settings, configuration.defaultHost());
        this.accounts = new Accounts(repository, configuration, settings, environment);
        this.credentialStores = configuration.policy() instanceof Parsed.Valid
                ? new InstalledStores(environment, adapters, console).of(configuration, accounts, settings, policy)
                : new CredentialStores(List.of(), List.of());
        this.auditLog = new AuditLog(trail(), policy, environment);
        this.questions = new QueryFactory(environment);
        this.writer = new AuditedStoreWriter(auditLog, questions);
    }

    /** Why the policy in force is unknown; empty if it is known. */
    public Optional<String> policyProblem() {
        return configuration.policy() instanceof Parsed.Invalid<?> invalid
                ? Optional.of(Messages.policyUnreadable(
                        PathVariable.named(invalid.location(), environment), invalid.reason()))
                : Optional.empty();
    }

    public ResolutionPolicy policy() {
        return policy;
    }

    public HostSelection hostSelection() {
        return hosts;
    }

    /** The profile of a run that names none, or why that is unknown. */
    public Parsed<ProfileChoice> profileChoice() {
        return configuration.profileChoice();
    }

    public Accounts accounts() {
        return accounts;
    }

    /** What a workspace's files may cause in a run for this account. */
    public WorkspaceTrust trust(AccountChoice account) {
        return new WorkspaceTrust(account, configuration.savedAccounts());
    }

    public LogIn logIn(WorkspaceTrust trust) {
        ResolutionPolicy here = policyFor(trust);
        return new LogIn(
                lookup(credentialStores, here),
                credentialStores,
                preconditions(here, trust),
                () -> ProgressVerifier.of(only(CredentialVerifier.class), console),
                settings,
                writer,
                accounts,
                () -> only(SdkLocator.class).locate(environment),
                questions);
    }

    public ShowStatus showStatus(AccountChoice account) {
        return new ShowStatus(lookup(credentialStores, policyFor(trust(account))), accounts, sdkChoice(), environment);
    }

    public GetCredential handOut(AccountChoice account) {
        return new GetCredential(lookup(credentialStores, policyFor(trust(account))), auditLog);
    }

    /** What makes the Python SDK go on without the settings files; empty if nothing does. */
    public Optional<Complaint> rejectedSetting() {
        return settings.get().rejection();
    }

    /** Whether the Python SDK uses another key. */
    public SdkChoice sdkChoice() {
        return new SdkChoice(() -> only(SdkNetrc.class), settings.sourceIds(), settings, environment);
    }

    public ExchangeToken exchanging() {
        return new ExchangeToken(
                () -> ProgressTokenExchange.of(only(TokenExchange.class), console), settings, questions);
    }

    public LogOut logOut() {
        return new LogOut(
                account -> lookup(credentialStores, policyFor(trust(account))),
                credentialStores,
                accounts,
                writer,
                questions,
                exchanging());
    }

    public Migrate migrate(WorkspaceTrust trust, StoreHandle target) {
        ResolutionPolicy ordered =
                ResolutionPolicy.documented().ordered(policy.order()).forAccount(trust);
        return new Migrate(
                traced(new CredentialLookup(
                        credentialStores.onlyStores(), accounts, ordered, policy, Optional.empty())),
                credentialStores,
                preconditions(policyFor(trust), trust),
                logIn(trust),
                target,
                questions);
    }

    /** Switches in the netrc file, which is always there. */
    public SwitchProfile switchProfile() {
        StoreHandle netrc = credentialStores.store(ResolutionPolicy.NETRC).orElseThrow();
        return new SwitchProfile(netrc, policy, accounts, auditLog, only(ProfileSwitcher.class), environment);
    }

    /** What comes before any change of a store; empty if the first edition noted nothing. */
    public Optional<TakeOverSwitches> takeOverSwitches() {
        return configuration.formerSwitches().isEmpty()
                ? Optional.empty()
                : Optional.of(new TakeOverSwitches(accounts, only(ProfileSwitcher.class), environment));
    }

    public ListAccounts listAccounts() {
        return new ListAccounts(accounts, credentialStores, questions);
    }

    public ListStores listStores() {
        return new ListStores(credentialStores, policy);
    }

    /** Judges a file as a policy, over what is installed here. */
    public CheckPolicy checkPolicy(Path file) {
        PolicyDraft draft = only(ConfigurationRepository.class).judge(environment, file);
        return new CheckPolicy(
                draft,
                new InstalledStores(environment, adapters, console).under(draft, configuration, accounts, settings));
    }

    /** Sets up a store in the user's file. */
    public SetUpStore setUpStore() {
        return new SetUpStore(credentialStores, accounts, policy);
    }

    /** Everything that is installed and used here; a store may be unlocked for it where somebody can. */
    public RunDiagnostics examineMachine(Interaction interaction) {
        List<HealthCheck> checks = new MachineChecks(configuration, credentialStores, accounts)
                .of(only(SdkLocator.class), sdkChoice(), interaction);
        adapters.of(HealthCheck.class).forEach(checks::add);
        return new RunDiagnostics(checks, accounts, environment);
    }

    /** The programs {@code wandb} and {@code wandb-auth} on PATH, in the order in which the shell looks. */
    public List<ProgramLocator.Program> programs() {
        List<ProgramLocator.Program> programs = new ArrayList<>();
        adapters.of(ProgramLocator.class).forEach(locator -> programs.addAll(locator.locate(environment)));
        return programs;
    }

    /** The hook that gives the SDK of a Python environment its key. */
    public SdkHook sdkHook() {
        return only(SdkHook.class);
    }

    /** The store of that id; empty if none is installed. */
    public Optional<StoreHandle> store(SourceId id) {
        return credentialStores.store(id);
    }

    public List<StoreHandle> stores() {
        return credentialStores.stores();
    }

    /** Where the account's key is saved unless a store is named: where a person once chose to keep it, else by the policy. */
    public SourceId storeFor(Account account) {
        return accounts.storeOf(account)
                .filter(store -> !store.equals(ResolutionPolicy.NETRC))
                .orElse(policy.defaultStore().value());
    }

    private ResolutionPolicy policyFor(WorkspaceTrust trust) {
        if (trust.choice().server().isNamedByCommandLine()) {
            settings.serverIsNamed();
        }
        return policy.forAccount(trust);
    }

    private LoginPreconditions preconditions(ResolutionPolicy here, WorkspaceTrust trust) {
        WorkspaceCheck workspace = new WorkspaceCheck(
                trust, credentialStores, questions, host -> only(SdkNetrc.class).hasOwnEntry(environment, host));
        return new LoginPreconditions(here, auditLog, accounts, workspace);
    }

    private Optional<AuditTrail> trail() {
        return policy.recorded().isEmpty() ? Optional.empty() : Optional.of(only(AuditTrail.class));
    }

    private CredentialLookup lookup(CredentialStores asked, ResolutionPolicy here) {
        return traced(new CredentialLookup(asked, accounts, here));
    }

    private CredentialLookup traced(CredentialLookup lookup) {
        return console.trace().isPresent()
                ? TraceText.shown(lookup, console.trace().get())
                : lookup;
    }

    private <T> T only(Class<T> port) {
        for (T adapter : adapters.of(port)) {
            return adapter;
        }
        throw new IllegalStateException("no module provides " + port.getName());
    }
}
