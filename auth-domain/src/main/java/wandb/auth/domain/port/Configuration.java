package wandb.auth.domain.port;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.spi.StoreConfig;

/**
 * What the files {@code auth.ini} of the system, the user and the workspace say, read once a run.
 *
 * @param policy the rules of the system's file and the user's, the system's first
 * @param accounts the accounts in the user's file
 * @param switched for each machine of the netrc file the profiles that were made the one that other programs find there, the
 *     last one first
 * @param profile the profile that {@code WANDB_PROFILE} or a file chooses; empty if none does
 * @param storeSettings the settings of each source and store that has any; the system's take precedence over the user's
 */
public record Configuration(
        Parsed<ResolutionPolicy> policy,
        Parsed<SavedAccounts> accounts,
        Map<String, List<Profile>> switched,
        Parsed<Optional<ConfiguredName>> profile,
        Map<SourceId, Map<String, String>> storeSettings) {

    public Configuration {
        switched = Map.copyOf(switched);
        storeSettings = Map.copyOf(storeSettings);
    }

    /** This configuration after a change of the accounts and the switches. */
    public Configuration with(Parsed<SavedAccounts> newAccounts, Map<String, List<Profile>> newSwitched) {
        return new Configuration(policy, newAccounts, newSwitched, profile, storeSettings);
    }

    /** What was saved of the account; empty if nothing was, or if that is unknown. */
    public Optional<SavedAccount> saved(Account account) {
        return accounts instanceof Parsed.Valid<SavedAccounts> known
                ? known.value().of(account)
                : Optional.empty();
    }

    /** The profiles of the server that were made the one that other programs find, the last one first. */
    public List<Profile> switched(Host host) {
        return switched.getOrDefault(host.netrcMachine(), List.of());
    }

    /**
     * The settings of one source or store. The store {@code netrc} has a setting {@code profiles MACHINE} for each machine
     * with switches: the names, separated by blanks.
     */
    public StoreConfig section(SourceId id) {
        Map<String, String> settings = storeSettings.getOrDefault(id, Map.of());
        if (!id.equals(ResolutionPolicy.NETRC) || switched.isEmpty()) {
            return new StoreConfig(settings);
        }
        Map<String, String> more = new HashMap<>(settings);
        for (Map.Entry<String, List<Profile>> machine : switched.entrySet()) {
            more.put("profiles " + machine.getKey(), names(machine.getValue()));
        }
        return new StoreConfig(more);
    }

    private static String names(List<Profile> profiles) {
        StringBuilder names = new StringBuilder();
        for (Profile profile : profiles) {
            names.append(names.isEmpty() ? "" : " ").append(profile);
        }
        return names.toString();
    }
}
