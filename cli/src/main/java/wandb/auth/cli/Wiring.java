package wandb.auth.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.app.AccountCheck;
import wandb.auth.app.Accounts;
import wandb.auth.app.AfterSaving;
import wandb.auth.app.BroughtStores;
import wandb.auth.app.Catalogs;
import wandb.auth.app.CredentialLookup;
import wandb.auth.app.Eraser;
import wandb.auth.app.ExamineMachine;
import wandb.auth.app.Exchanging;
import wandb.auth.app.HandOut;
import wandb.auth.app.HostSelection;
import wandb.auth.app.Journal;
import wandb.auth.app.ListAccounts;
import wandb.auth.app.ListStores;
import wandb.auth.app.LogIn;
import wandb.auth.app.LogOut;
import wandb.auth.app.Migrate;
import wandb.auth.app.NamedSource;
import wandb.auth.app.NamedStore;
import wandb.auth.app.Obstacles;
import wandb.auth.app.Places;
import wandb.auth.app.PolicyCheck;
import wandb.auth.app.ProfileSelection;
import wandb.auth.app.Saver;
import wandb.auth.app.ShowStatus;
import wandb.auth.app.StoreProof;
import wandb.auth.app.SwitchProfile;
import wandb.auth.app.Verifying;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.AuditTrail;
import wandb.auth.domain.AuthPolicy;
import wandb.auth.domain.AuthPolicy.Policy;
import wandb.auth.domain.CredentialVerifier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.HealthCheck;
import wandb.auth.domain.HealthCheck.Complaint;
import wandb.auth.domain.ProfileSettings;
import wandb.auth.domain.ProfileSwitch;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerSettings;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.StoreSettings;
import wandb.auth.domain.SwitchMemory;
import wandb.auth.domain.TokenExchange;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreCatalog;
import wandb.auth.domain.spi.StoreProvider;

/** Puts the use cases together from what is installed; no adapter is named here. */
final class Wiring {

    private final Environment environment;
    private final Adapters adapters;
    private final Policy known;
    private final ResolutionPolicy policy;
    private final HostSelection hosts;
    private final ProfileSelection profiles;
    private final Accounts accounts;
    private final Places places;
    private final Journal journal;
    private final Eraser eraser;
    private final Questions questions;

    private Wiring(Environment environment, Adapters adapters, Policy known) {
        this.environment = environment;
        this.adapters = adapters;
        this.known = known;
        this.policy = known instanceof AuthPolicy.InForce inForce ? inForce.policy() : ResolutionPolicy.documented();
        this.hosts = new HostSelection(only(ServerSettings.class), environment);
        this.profiles = new ProfileSelection(only(ProfileSettings.class), environment);
        this.accounts = new Accounts(only(AccountRegistry.class), only(ServerMemory.class), hosts, environment);
        this.places =
                known instanceof AuthPolicy.InForce ? places() : new Places(List.of(), List.of(), Optional.empty());
        this.journal = new Journal(only(AuditTrail.class), policy, environment);
        this.questions = new Questions(environment);
        this.eraser = new Eraser(journal, questions);
    }

    /**
     * What is installed, under the policy in force.
     *
     * @throws PolicyException where nobody knows what the policy is
     */
    static Wiring of(Environment environment, Adapters adapters) {
        Wiring wiring = alsoWithoutPolicy(environment, adapters);
        if (wiring.known instanceof AuthPolicy.Unreadable unreadable) {
            throw new PolicyException(unreadable.location(), unreadable.reason());
        }
        return wiring;
    }

    /** The same; where nobody knows what the policy is, without any source and store, so that nothing can be forbidden. */
    static Wiring alsoWithoutPolicy(Environment environment, Adapters adapters) {
        return new Wiring(
                environment, adapters, only(AuthPolicy.class, adapters).read(environment));
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
        CredentialLookup lookup = lookup(places, here);
        return new LogIn(
                lookup,
                places,
                obstacles(here),
                new Verifying(() -> new WaitingVerifier(only(CredentialVerifier.class), talk), environment, questions),
                new Saver(journal, questions),
                new AfterSaving(lookup, places, accounts, eraser, only(SdkLocator.class), environment, questions),
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
        return new LogOut(lookup(places, policy.forAccount(account)), places, accounts, eraser, questions);
    }

    Migrate migrate(AccountChoice account, NamedStore target, Talk talk) {
        ResolutionPolicy ordered = ResolutionPolicy.documented().ordered(policy.order());
        return new Migrate(
                lookup(places.onlyStores(), ordered),
                places,
                obstacles(policy.forAccount(account)),
                logIn(account, talk),
                target,
                questions);
    }

    /** Switches in the netrc file, which is always there. */
    SwitchProfile switchProfile() {
        NamedStore netrc = places.store(ResolutionPolicy.NETRC).orElseThrow();
        return new SwitchProfile(
                netrc, policy, accounts, journal, only(ProfileSwitch.class), only(SwitchMemory.class), environment);
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
        if (known instanceof AuthPolicy.Unreadable unreadable) {
            Complaint complaint = new Complaint(unreadable.location(), unreadable.reason());
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

    private Obstacles obstacles(ResolutionPolicy here) {
        return new Obstacles(here, journal, accounts);
    }

    private CredentialLookup lookup(Places asked, ResolutionPolicy here) {
        return new CredentialLookup(asked, accounts, here);
    }

    private Places places() {
        Map<SourceId, Map<String, String>> settings = only(StoreSettings.class).read(environment);
        List<NamedSource> sources = new ArrayList<>();
        for (SourceProvider provider : adapters.of(SourceProvider.class)) {
            SourceId id = provider.id();
            sources.add(new NamedSource(
                    id, provider.open(environment, new Section(settings.getOrDefault(id, Map.of())))));
        }
        List<NamedStore> stores = new ArrayList<>();
        for (StoreProvider provider : adapters.of(StoreProvider.class)) {
            SourceId id = provider.id();
            stores.add(new NamedStore(
                    id,
                    () -> new Opening.Opened(
                            provider.open(environment, new Section(settings.getOrDefault(id, Map.of()))))));
        }
        Catalogs catalogs = new Catalogs(
                adapters.of(StoreCatalog.class),
                environment,
                settings,
                policy::forbidsProgram,
                () -> mentioned(settings.keySet()));
        return new Places(sources, stores, Optional.of(catalogs));
    }

    /** The ids that the files of the user and the administrator name. */
    private Set<SourceId> mentioned(Set<SourceId> configured) {
        Set<SourceId> mentioned = new LinkedHashSet<>(configured);
        mentioned.addAll(policy.order().value());
        mentioned.add(policy.defaultStore().value());
        if (accounts.registered() instanceof AccountRegistry.Entries entries) {
            for (AccountRegistry.Entry entry : entries.entries()) {
                mentioned.add(entry.store());
            }
        }
        return mentioned;
    }

    private <T> T only(Class<T> port) {
        return only(port, adapters);
    }

    private static <T> T only(Class<T> port, Adapters adapters) {
        for (T adapter : adapters.of(port)) {
            return adapter;
        }
        throw new IllegalStateException("no module provides " + port.getName());
    }
}
