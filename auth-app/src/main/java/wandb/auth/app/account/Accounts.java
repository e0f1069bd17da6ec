package wandb.auth.app.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.account.HostSelection.Selected;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Configuration;
import wandb.auth.domain.port.ConfigurationChange;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.ConfigurationRepository.Changed;
import wandb.auth.domain.port.ConfigurationRepository.Done;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.SdkSettingsRepository.Remembered;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;

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
        this.hosts = new HostSelection(settings);
        this.environment = environment;
    }

    /** The accounts that were saved. */
    public Parsed<SavedAccounts> saved() {
        return configuration.accounts();
    }

    /** The profiles of the server that were made the one that other programs find, the last one first. */
    public List<Profile> switched(Host host) {
        return configuration.switched(host);
    }

    /** Makes a change of what is noted. */
    public Changed change(ConfigurationChange change) {
        Changed changed = repository.change(environment, configuration, change);
        if (changed instanceof Done done) {
            configuration = done.now();
        }
        return changed;
    }

    /** Remembers which store the account's key was saved to; what is known of its user stays. */
    public Changed note(Account account, SourceId store, Optional<String> userName) {
        Optional<String> user = userName.or(() -> configuration.saved(account).flatMap(SavedAccount::userName));
        return change(new ConfigurationChange.NoteAccount(new SavedAccount(account, store, user)));
    }

    /** Chooses the server for later runs. */
    public Remembered choose(Host host) {
        return settings.choose(host);
    }

    public Changed forget(Account account) {
        return change(new ConfigurationChange.ForgetAccount(account));
    }

    /** The store that the account's key was last saved to; empty where nothing is remembered or nobody knows. */
    public Optional<SourceId> storeOf(Account account) {
        return configuration.saved(account).map(SavedAccount::store);
    }

    /**
     * Every account that is known to be one: those that were saved, and the default profile on the servers that the user's
     * settings or the environment name and on the public cloud. What only a workspace names is not among them: anyone can
     * put the name of any server into a repository.
     */
    public List<Account> known() {
        List<Account> known = new ArrayList<>();
        if (saved() instanceof Parsed.Valid<SavedAccounts> saved) {
            for (SavedAccount account : saved.value().all()) {
                known.add(account.account());
            }
        }
        if (hosts.select(new HostRequest.AsConfigured()) instanceof Selected.Chosen chosen
                && chosen.choice().origin() == HostOrigin.VARIABLE) {
            add(known, chosen.choice().host());
        }
        settings.get().chosen().ifPresent(host -> add(known, host));
        add(known, Host.PUBLIC_CLOUD);
        return known;
    }

    /** The same, and this profile on each of their servers. */
    public List<Account> knownWith(Profile profile) {
        List<Account> known = known();
        for (Account account : List.copyOf(known)) {
            add(known, new Account(account.host(), profile));
        }
        return known;
    }

    /**
     * Whether the account is known to be one. What stands under the name of a profile, no other program has put there: that
     * its server is known is enough.
     */
    public boolean isKnown(Account account) {
        for (Account known : known()) {
            boolean isNamedThere =
                    !account.profile().isDefault() && known.host().isSameServer(account.host());
            if (isNamedThere || known.isSameAccount(account)) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Account> known, Host host) {
        add(known, new Account(host, Profile.DEFAULT));
    }

    private static void add(List<Account> known, Account account) {
        for (Account other : known) {
            if (other.isSameAccount(account)) {
                return;
            }
        }
        known.add(account);
    }
}
