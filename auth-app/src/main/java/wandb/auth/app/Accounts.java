package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.app.HostSelection.Selected;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.AccountRegistry.Entry;
import wandb.auth.domain.AccountRegistry.Noted;
import wandb.auth.domain.AccountRegistry.Registered;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.Profile;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerMemory.Remembered;
import wandb.auth.domain.SourceId;

/** The accounts of this user: those that were saved, and those of the servers that the user has chosen. */
public final class Accounts {

    private final AccountRegistry registry;
    private final ServerMemory memory;
    private final HostSelection hosts;
    private final Environment environment;
    private @Nullable Registered read;

    /** The accounts of this process's user. */
    public Accounts(AccountRegistry registry, ServerMemory memory, HostSelection hosts, Environment environment) {
        this.registry = registry;
        this.memory = memory;
        this.hosts = hosts;
        this.environment = environment;
    }

    /** What is remembered of the accounts that were saved; read once, and again after a change of ours. */
    public Registered registered() {
        Registered present = read;
        if (present == null) {
            present = registry.read(environment);
            read = present;
        }
        return present;
    }

    /** Remembers which store the account's key was saved to; what is known of its user stays. */
    Noted note(Account account, SourceId store, Optional<String> userName) {
        Optional<String> user = userName.or(() -> entryOf(account).flatMap(Entry::userName));
        Entry entry = new Entry(account, store, user);
        read = null;
        return registry.note(environment, entry);
    }

    /** What would keep the server from being chosen for later runs; empty where nothing does. */
    Optional<ServerMemory.Failed> obstacleToChoosing(Host host) {
        return memory.obstacle(environment, host);
    }

    /** Chooses the server for later runs. */
    Remembered choose(Host host) {
        return memory.remember(environment, host);
    }

    Noted forget(Account account) {
        read = null;
        return registry.forget(environment, account);
    }

    /** The store that the account's key was last saved to; empty where nothing is remembered or nobody knows. */
    public Optional<SourceId> storeOf(Account account) {
        return entryOf(account).map(Entry::store);
    }

    private Optional<Entry> entryOf(Account account) {
        return registered() instanceof AccountRegistry.Entries entries ? entries.of(account) : Optional.empty();
    }

    /**
     * Every account that is known to be one: those that were saved, and the default profile on the servers that the user's
     * settings or the environment name and on the public cloud. What only a workspace names is not among them: anyone can
     * put the name of any server into a repository.
     */
    public List<Account> known() {
        List<Account> known = new ArrayList<>();
        if (registered() instanceof AccountRegistry.Entries entries) {
            for (Entry entry : entries.entries()) {
                known.add(entry.account());
            }
        }
        if (hosts.select(new HostRequest.AsConfigured()) instanceof Selected.Chosen chosen
                && chosen.choice().origin() == HostOrigin.VARIABLE) {
            add(known, chosen.choice().host());
        }
        memory.remembered(environment).ifPresent(host -> add(known, host));
        add(known, Host.PUBLIC_CLOUD);
        return known;
    }

    /** The same, and this profile on each of their servers. */
    List<Account> knownWith(Profile profile) {
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
