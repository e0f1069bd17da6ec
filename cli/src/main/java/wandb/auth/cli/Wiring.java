package wandb.auth.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.AccountCheck;
import wandb.auth.app.Accounts;
import wandb.auth.app.AuditedStoreWriter;
import wandb.auth.app.BroughtStores;
import wandb.auth.app.Catalogs;
import wandb.auth.app.CredentialLookup;
import wandb.auth.app.CurrentSettings;
import wandb.auth.app.ExamineMachine;
import wandb.auth.app.Exchanging;
import wandb.auth.app.HandOut;
import wandb.auth.app.HostSelection;
import wandb.auth.app.Journal;
import wandb.auth.app.ListAccounts;
import wandb.auth.app.ListStores;
import wandb.auth.app.LogIn;
import wandb.auth.app.LogOut;
import wandb.auth.app.LoginPreconditions;
import wandb.auth.app.Migrate;
import wandb.auth.app.NamedSource;
import wandb.auth.app.NamedStore;
import wandb.auth.app.Places;
import wandb.auth.app.PolicyCheck;
import wandb.auth.app.ProfileSelection;
import wandb.auth.app.ShowStatus;
import wandb.auth.app.StoreProof;
import wandb.auth.app.SwitchProfile;
import wandb.auth.app.VerifyCredential;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.AuditTrail;
import wandb.auth.domain.CredentialVerifier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.HealthCheck;
import wandb.auth.domain.HealthCheck.Complaint;
import wandb.auth.domain.ProfileSwitch;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TokenExchange;
import wandb.auth.domain.port.Configuration;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.SavedAccount;
import wandb.auth.domain.port.SavedAccounts;
import wandb.auth.domain.port.SdkSettingsRepository;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreCatalog;
import wandb.auth.domain.spi.StoreProvider;

/** Puts the use cases together from what is installed; no adapter is named here. */
final class Wiring {

    private final Environment environment;
    private final Adapters adapters;
    private final Configuration configuration;
    private final ResolutionPolicy policy;
    private final HostSelection hosts;
    private final ProfileSelection profiles;
    private final Accounts accounts;
    private final Places places;
    private final Journal journal;
    private final AuditedStoreWriter writer;
    private final Questions questions;

    private Wiring(Environment environment, Adapters adapters) {
        this.environment = environment;
        this.adapters = adapters;
        ConfigurationRepository repository = only(ConfigurationRepository.class);
        this.configuration = repository.read(environment);
        this.policy = configuration.policy() instanceof Parsed.Valid<ResolutionPolicy> valid
                ? valid.value()
                : ResolutionPolicy.documented();
        CurrentSettings settings = new CurrentSettings(only(SdkSettingsRepository.class), environment);
        this.hosts = new HostSelection(settings);
        this.profiles = new ProfileSelection(configuration.profile());
        this.accounts = new Accounts(repository, configuration, settings, environment);
        this.places = configuration.policy() instanceof Parsed.Valid
                ? places(settings)
                : new Places(List.of(), List.of(), Optional.empty());
        this.journal = new Journal(only(AuditTrail.class), policy, environment);
        this.questions = new Questions(environment);
        this.writer = new AuditedStoreWriter(journal, questions);
    }

    /**
     * What is installed, under the policy in force.
     *
     * @throws PolicyException if the policy is unknown
     */
    static Wiring of(Environment environment, Adapters adapters) {
        Wiring wiring = alsoWithoutPolicy(environment, adapters);
        if (wiring.configuration.policy() instanceof Parsed.Invalid<?> invalid) {
            throw new PolicyException(invalid.location(), invalid.reason());
        }
        return wiring;
    }

    /** The same; if the policy is unknown, without any source and store, so that nothing can be forbidden. */
    static Wiring alsoWithoutPolicy(Environment environment, Adapters adapters) {
        return new Wiring(environment, adapters);
    }

    ResolutionPolicy policy() {
        return policy;
    }

    HostSelection hostSelection() {
        return hosts;
    }

    ProfileSelection profileSelection() {
        return profiles;
    }

    Accounts accounts() {
        return accounts;
    }

    LogIn logIn(AccountChoice account, Talk talk) {
        ResolutionPolicy here = policy.forAccount(account);
        return new LogIn(
                lookup(places, here),
                places,
                preconditions(here),
                new VerifyCredential(
                        () -> new WaitingVerifier(only(CredentialVerifier.class), talk), environment, questions),
                writer,
                accounts,
                only(SdkLocator.class),
                environment,
                questions);
    }

    ShowStatus showStatus(AccountChoice account) {
        return new ShowStatus(lookup(places, policy.forAccount(account)), environment);
    }

    HandOut handOut(AccountChoice account) {
        return new HandOut(lookup(places, policy.forAccount(account)), journal);
    }

    Exchanging exchanging() {
        return new Exchanging(() -> only(TokenExchange.class), environment, questions);
    }

    LogOut logOut(AccountChoice account) {
        return new LogOut(lookup(places, policy.forAccount(account)), places, accounts, writer, questions);
    }

    Migrate migrate(AccountChoice account, NamedStore target, Talk talk) {
        ResolutionPolicy ordered = ResolutionPolicy.documented().ordered(policy.order());
        return new Migrate(
                lookup(places.onlyStores(), ordered),
                places,
                preconditions(policy.forAccount(account)),
                logIn(account, talk),
                target,
                questions);
    }

    /** Switches in the netrc file, which is always there. */
    SwitchProfile switchProfile() {
        NamedStore netrc = places.store(ResolutionPolicy.NETRC).orElseThrow();
        return new SwitchProfile(netrc, policy, accounts, journal, only(ProfileSwitch.class), environment);
    }

    ListAccounts listAccounts() {
        return new ListAccounts(accounts, places, questions);
    }

    ListStores listStores() {
        return new ListStores(places, policy);
    }

    /** Everything that is installed and used here; a store may be unlocked for it where somebody can. */
    ExamineMachine examineMachine(Interaction interaction) {
        List<HealthCheck> checks = new ArrayList<>();
        if (configuration.policy() instanceof Parsed.Invalid<?> unknown) {
            Complaint complaint = new Complaint(unknown.location(), unknown.reason());
            checks.add((machine, known, deadline) -> List.of(complaint));
        } else {
            checks.add(new PolicyCheck(places, policy));
            checks.add(new BroughtStores(places));
            checks.add(new AccountCheck(places, accounts, policy, only(SdkLocator.class), interaction));
            checks.add(new StoreProof(places, policy, interaction));
        }
        if (profiles.configured() instanceof ProfileSelection.Selected.Invalid invalid) {
            Complaint complaint = new Complaint(invalid.location(), invalid.reason());
            checks.add((machine, known, deadline) -> List.of(complaint));
        }
        adapters.of(HealthCheck.class).forEach(checks::add);
        return new ExamineMachine(checks, accounts, environment);
    }

    /** The store of that id; empty where none is installed. */
    Optional<NamedStore> store(SourceId id) {
        return places.store(id);
    }

    List<NamedStore> stores() {
        return places.stores();
    }

    /**
     * The store that a key is saved to where the command line names none: the one that the account's key is in, if a
     * person once chose it, else the policy's.
     */
    SourceId storeFor(Account account) {
        return accounts.storeOf(account)
                .filter(store -> !store.equals(ResolutionPolicy.NETRC))
                .orElse(policy.defaultStore().value());
    }

    private LoginPreconditions preconditions(ResolutionPolicy here) {
        return new LoginPreconditions(here, journal, accounts);
    }

    private CredentialLookup lookup(Places asked, ResolutionPolicy here) {
        return new CredentialLookup(asked, accounts, here);
    }

    private Places places(CurrentSettings settings) {
        List<NamedSource> sources = new ArrayList<>();
        for (SourceProvider provider : adapters.of(SourceProvider.class)) {
            SourceId id = provider.id();
            sources.add(new NamedSource(id, provider.open(environment, configuration.section(id))));
        }
        sources.addAll(settings.sources());
        List<NamedStore> stores = new ArrayList<>();
        for (StoreProvider provider : adapters.of(StoreProvider.class)) {
            SourceId id = provider.id();
            stores.add(new NamedStore(
                    id, () -> new Opening.Opened(provider.open(environment, configuration.section(id)))));
        }
        Catalogs catalogs = new Catalogs(
                adapters.of(StoreCatalog.class),
                environment,
                configuration::section,
                policy::forbidsProgram,
                this::mentioned);
        return new Places(sources, stores, Optional.of(catalogs));
    }

    /** The ids that the files of the user and the administrator name. */
    private Set<SourceId> mentioned() {
        Set<SourceId> mentioned =
                new LinkedHashSet<>(configuration.storeSettings().keySet());
        mentioned.addAll(policy.order().value());
        mentioned.add(policy.defaultStore().value());
        if (configuration.accounts() instanceof Parsed.Valid<SavedAccounts> saved) {
            for (SavedAccount account : saved.value().all()) {
                mentioned.add(account.store());
            }
        }
        return mentioned;
    }

    private <T> T only(Class<T> port) {
        for (T adapter : adapters.of(port)) {
            return adapter;
        }
        throw new IllegalStateException("no module provides " + port.getName());
    }
}
