package wandb.auth.app.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

/** The accounts of this user: those that were saved, and those of the servers that the user has chosen. */
public final class Accounts {

    private final ConfigurationRepository repository;
    private final CurrentSettings settings;
    private final HostSelection hosts;
    private final Environment environment;
    private Configuration configuration;

    /** The accounts of this process's user, as the configuration has them until a change of ours. */
    public Accounts(
            ConfigurationRepository repository,
            Configuration configuration,
            CurrentSettings settings,
            Environment environment) {
        this.repository = repository;
        this.configuration = configuration;
        this.settings = settings;
        this.hosts = new HostSelection(settings, configuration.defaultHost());
        this.environment = environment;
    }

    /** The accounts that were saved. */
    public Parsed<SavedAccounts> saved() {
        return configuration.accounts();
    }

    /** The configuration, as it is after the changes of this run. */
    public Configuration configuration() {
        return configuration;
    }

    /** Makes a change of what is noted; why that failed, empty if it did not. */
    public Optional<Complaint> change(ConfigurationChange change) {
        Parsed<Configuration> changed = repository.change(environment, configuration, change);
        if (changed instanceof Parsed.Valid<Configuration> done) {
            configuration = done.value();
        }
        return changed instanceof Parsed.Invalid<Configuration> failed
                ? Optional.of(failed.complaint())
                : Optional.empty();
    }

    /** Remembers which store the account's key was saved to, and whose it is as far as the server told. */
    public Optional<Complaint> note(Account account, SourceId store, Optional<String> userName) {
        return change(new ConfigurationChange.NoteAccount(new SavedAccount(account, store, userName)));
    }

    /** The user that the account's noted key is of, as the last verification showed; empty if none did. */
    public Optional<String> userOf(Account account) {
        Optional<SavedAccount> known = configuration.saved(account);
        return known.isPresent() ? known.get().userName() : Optional.empty();
    }

    /** What would keep the account's store from being noted; empty if nothing would, or if it is noted. */
    public Optional<Complaint> obstacleToNoting(Account account, SourceId store) {
        return storeOf(account).equals(Optional.of(store)) ? Optional.empty() : repository.obstacle(environment);
    }

    /** Whether a lookup under the policy would find the account's key in the store although that could not be noted. */
    public boolean isFoundUnnoted(Account account, SourceId store, ResolutionPolicy policy) {
        Optional<SourceId> noted = storeOf(account);
        return noted.isPresent()
                ? noted.get().equals(store)
                : store.equals(ResolutionPolicy.NETRC)
                        || store.equals(policy.defaultStore().value())
                        || policy.order().value().contains(store);
    }

    /** Every store that a key of the account was saved to and not erased from since, its present one first. */
    public Parsed<List<SourceId>> placesOf(Account account) {
        List<SourceId> places = new ArrayList<>();
        storeOf(account).ifPresent(places::add);
        return switch (repository.earlierPlaces(environment)) {
            case Parsed.Invalid<List<KeyPlace>> unknown -> unknown.passedOn();
            case Parsed.Valid<List<KeyPlace>> earlier -> {
                for (KeyPlace place : earlier.value()) {
                    if (place.account().isSameAccount(account) && !places.contains(place.store())) {
                        places.add(place.store());
                    }
                }
                yield new Parsed.Valid<>(places);
            }
        };
    }

    /** Forgets that keys were saved to these places at an earlier time, after they were erased there. */
    public Optional<Complaint> forgetEarlierPlaces(List<KeyPlace> places) {
        return repository.forgetEarlierPlaces(environment, places);
    }

    /** Another account whose key stands in the same entry of netrc: the entry tells neither scheme nor path. */
    public Optional<Account> sharesNetrcEntry(Account account) {
        return sharesNetrcEntry(account, Set.of());
    }

    /** The same, where these accounts do not count any more. */
    public Optional<Account> sharesNetrcEntry(Account account, Set<AccountKey> gone) {
        return saved() instanceof Parsed.Valid<SavedAccounts> saved
                ? saved.value().without(gone).otherUnderSameName(account, ResolutionPolicy.NETRC)
                : Optional.empty();
    }

    /** Chooses the server for later runs. */
    public Parsed<Kept> choose(Host host) {
        return settings.choose(host, hosts.unnamed().host());
    }

    /** Takes the option that has no effect any more out of the user's settings file; empty if it is not there. */
    public Optional<Parsed<Kept>> removeAnonymous() {
        return settings.removeAnonymous();
    }

    /** Forgets the accounts, unless the key of one was saved to another store than its place in the meantime. */
    public Optional<Complaint> forget(List<KeyPlace> places) {
        return change(new ConfigurationChange.ForgetAccounts(places));
    }

    /** The store that the account's key was last saved to; empty if nothing is recorded, or if that is unknown. */
    public Optional<SourceId> storeOf(Account account) {
        Optional<SavedAccount> saved = configuration.saved(account);
        return saved.isPresent() ? Optional.of(saved.get().store()) : Optional.empty();
    }

    /**
     * Every account that is known to be one: those that were saved, and the default profile on the servers that the user's
     * settings, the environment or the policy name and on the public cloud. What only a workspace names is not among them: anyone can
     * put the name of any server into a repository.
     */
    public List<Account> known() {
        return List.copyOf(knownByKey().values());
    }

    private Map<AccountKey, Account> knownByKey() {
        Map<AccountKey, Account> known = new LinkedHashMap<>();
        if (saved() instanceof Parsed.Valid<SavedAccounts> saved) {
            for (SavedAccount account : saved.value().all()) {
                add(known, account.account());
            }
        }
        if (hosts.configured() instanceof Parsed.Valid<HostChoice> chosen
                && (chosen.value().origin() == HostOrigin.VARIABLE
                        || chosen.value().origin() == HostOrigin.POLICY)) {
            add(known, new Account(chosen.value().host(), Profile.DEFAULT));
        }
        Optional<Host> chosenByUser = settings.get().chosen();
        if (chosenByUser.isPresent()) {
            add(known, new Account(chosenByUser.get(), Profile.DEFAULT));
        }
        add(known, new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT));
        return known;
    }

    /** The same, and those of which only an earlier place is noted. */
    public List<Account> knownAnywhere() {
        Map<AccountKey, Account> known = knownByKey();
        if (repository.earlierPlaces(environment) instanceof Parsed.Valid<List<KeyPlace>> earlier) {
            for (KeyPlace place : earlier.value()) {
                add(known, place.account());
            }
        }
        return List.copyOf(known.values());
    }

    /** {@link #known}, and this profile on each of their servers. */
    public List<Account> knownWith(Profile profile) {
        Map<AccountKey, Account> known = knownByKey();
        for (Account account : List.copyOf(known.values())) {
            add(known, new Account(account.host(), profile));
        }
        return List.copyOf(known.values());
    }

    /**
     * Whether the account is known to be one. What stands under the name of a profile, no other program has put there: that
     * its server is known is enough.
     */
    public boolean isKnown(Account account) {
        return isAmong(known(), account) || isAmong(knownAnywhere(), account);
    }

    /**
     * Whether it is, or is a profile on a server that its user names, by the address that a machine name implies: what stands
     * under its name, no other program has put there.
     */
    public boolean isKnown(AccountChoice choice) {
        WorkspaceTrust trust = new WorkspaceTrust(choice, configuration.savedAccounts());
        boolean isOwnProfile = !choice.profile().profile().isDefault()
                && trust.isServerNamedByUser()
                && trust.isImpliedByMachineName();
        return isOwnProfile || isKnown(choice.account());
    }

    private static boolean isAmong(List<Account> accounts, Account account) {
        for (Account known : accounts) {
            boolean isNamedThere =
                    !account.profile().isDefault() && known.host().isSameServer(account.host());
            if (isNamedThere || known.isSameAccount(account)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Map<AccountKey, Account> known, Account account) {
        known.putIfAbsent(AccountKey.of(account), account);
    }
}
