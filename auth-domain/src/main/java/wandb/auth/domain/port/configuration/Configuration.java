package wandb.auth.domain.port.configuration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.spi.StoreConfig;

/**
 * What the files {@code auth.ini} of the system, the user and the workspace say, read once a run.
 *
 * @param policy the rules of the system's file and the user's, the system's first
 * @param accounts the accounts in the user's file
 * @param formerSwitches what the first edition noted of the netrc file: for each machine the profiles that were switched to, the
 *     last one first, as they are written
 * @param profile the profile that {@code WANDB_PROFILE} or a file chooses; the default one if none does
 * @param storeSettings the settings of each source and store that has any; the system's take precedence over the user's
 */
public record Configuration(
        Parsed<ResolutionPolicy> policy,
        Parsed<SavedAccounts> accounts,
        Map<String, String> formerSwitches,
        Parsed<ProfileChoice> profile,
        Map<SourceId, Map<String, String>> storeSettings) {

    public Configuration {
        formerSwitches = Map.copyOf(formerSwitches);
        storeSettings = Map.copyOf(storeSettings);
    }

    /** This configuration after a change of the accounts, which may have removed what the first edition noted. */
    public Configuration with(Parsed<SavedAccounts> newAccounts, Map<String, String> newFormerSwitches) {
        return new Configuration(policy, newAccounts, newFormerSwitches, profile, storeSettings);
    }

    /** The server of everybody who names none; empty if that is the public cloud, or if the policy is unknown. */
    public Optional<Configured<Host>> defaultHost() {
        return policy instanceof Parsed.Valid<ResolutionPolicy> known
                ? known.value().defaultHost()
                : Optional.empty();
    }

    /** The profile of a run whose command line names none: the configured one, else the default one; or why that is unknown. */
    public Parsed<ProfileChoice> profileChoice() {
        return profile instanceof Parsed.Invalid<ProfileChoice> unknown
                ? new Parsed.Invalid<>(unknown.location(), orNamed(unknown.reason()))
                : profile;
    }

    private static Reason orNamed(Reason unknown) {
        return new Reason(unknown.problem(), unknown.remedy() + Messages.OR_NAME_PROFILE);
    }

    /** This configuration after a change of one section; empty if absent any more. */
    public Configuration with(SourceId store, Optional<Map<String, String>> section) {
        Map<SourceId, Map<String, String>> sections = new HashMap<>(storeSettings);
        sections.remove(store);
        section.ifPresent(settings -> sections.put(store, settings));
        return new Configuration(policy, accounts, formerSwitches, profile, sections);
    }

    /** The accounts that were saved; none if that is unknown. */
    public SavedAccounts savedAccounts() {
        return accounts instanceof Parsed.Valid<SavedAccounts> known ? known.value() : new SavedAccounts(List.of());
    }

    /** What was saved of the account; empty if nothing was, or if that is unknown. */
    public Optional<SavedAccount> saved(Account account) {
        return accounts instanceof Parsed.Valid<SavedAccounts> known
                ? known.value().of(account)
                : Optional.empty();
    }

    /** The sources and stores whose settings name this server as theirs. */
    public Set<SourceId> sectionsNaming(Host host) {
        Set<SourceId> naming = new HashSet<>();
        for (Map.Entry<SourceId, Map<String, String>> store : storeSettings.entrySet()) {
            if (host.url().equals(store.getValue().get("host"))) {
                naming.add(store.getKey());
            }
        }
        return naming;
    }

    /** The settings of one source or store. Those of the netrc file are only what the first edition noted of it. */
    public StoreConfig section(SourceId id) {
        return new StoreConfig(
                id.equals(ResolutionPolicy.NETRC) ? formerSwitches : storeSettings.getOrDefault(id, Map.of()));
    }
}
