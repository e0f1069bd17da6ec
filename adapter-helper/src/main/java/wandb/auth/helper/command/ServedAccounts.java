package wandb.auth.helper.command;

import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.helper.message.Messages;

/**
 * The accounts that a section is for: all, or those of one server, of one profile, or of both, if the commands name no other.
 *
 * @param host the one server; empty if the commands name the server
 * @param profile the one profile; empty if the commands name the profile
 * @param isByMachineName whether they name the server by its machine name only, which tells neither scheme nor path
 */
public record ServedAccounts(Optional<Host> host, Optional<Profile> profile, boolean isByMachineName) {

    public static final ServedAccounts ALL = new ServedAccounts(Optional.empty(), Optional.empty(), false);

    /** The one account of this server and this profile. */
    public static ServedAccounts only(Host host, Profile profile) {
        return by(Set.of(), host, profile);
    }

    /** Those that a command with these placeholders can tell apart, else those of this server and this profile. */
    static ServedAccounts by(Set<Placeholder> named, Host host, Profile profile) {
        boolean namesHost = named.contains(Placeholder.HOST);
        boolean namesMachine = named.contains(Placeholder.MACHINE);
        return new ServedAccounts(
                namesHost || namesMachine ? Optional.empty() : Optional.of(host),
                named.contains(Placeholder.PROFILE) ? Optional.empty() : Optional.of(profile),
                namesMachine && !namesHost);
    }

    public boolean include(Account account) {
        return !isOfOtherHost(account) && !isOfOtherProfile(account) && !isMistakenByMachineName(account);
    }

    /** Why the account is not one of them; empty if it is. */
    public Optional<Reason> exclude(Account account) {
        if (host.isPresent() && isOfOtherHost(account)) {
            return Optional.of(Messages.onlyForServer(host.get()));
        }
        if (profile.isPresent() && isOfOtherProfile(account)) {
            return Optional.of(Messages.onlyForProfile(profile.get()));
        }
        return isMistakenByMachineName(account) ? Optional.of(Messages.notMeantByMachine(account)) : Optional.empty();
    }

    private boolean isOfOtherHost(Account account) {
        return host.isPresent() && !host.get().isSameServer(account.host());
    }

    private boolean isOfOtherProfile(Account account) {
        return profile.isPresent() && !profile.get().equals(account.profile());
    }

    private boolean isMistakenByMachineName(Account account) {
        return isByMachineName && !isImpliedByMachineName(account.host());
    }

    /** As for an entry of netrc: https without a path, or http on this machine. */
    private static boolean isImpliedByMachineName(Host host) {
        return host.url().equals("https://" + host.machine())
                || (host.isLoopback() && host.url().equals("http://" + host.machine()));
    }
}
