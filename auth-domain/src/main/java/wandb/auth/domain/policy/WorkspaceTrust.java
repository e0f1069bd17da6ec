package wandb.auth.domain.policy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.SavedAccounts;

/**
 * What a workspace's files may cause in a run. Anyone can put such files into a repository: they may choose a profile, and name
 * a server and a key for it, but no key is sent to or saved for a server that only they name, and no key of theirs is saved,
 * moved or noted as the user's, unless the user consents.
 *
 * @param choice the account that the run is for, and how it was chosen
 * @param saved the accounts that the user has saved
 * @param commands the commands whose settings name exactly this server
 * @param consents what the user has consented to in this run
 */
public record WorkspaceTrust(AccountChoice choice, SavedAccounts saved, Set<SourceId> commands, Set<Consent> consents) {

    /** What a user can be asked for. */
    public enum Consent {
        /** To log in to the server that only a workspace's file names. */
        SERVER,
        /** To save the key that a workspace's file gives. */
        KEY
    }

    public WorkspaceTrust {
        commands = Set.copyOf(commands);
        consents = Set.copyOf(consents);
    }

    /** The trust of a run in which nobody was asked yet. */
    public WorkspaceTrust(AccountChoice choice, SavedAccounts saved) {
        this(choice, saved, Set.of(), Set.of());
    }

    /** The same after the user has consented to this too. */
    public WorkspaceTrust with(Consent consent) {
        Set<Consent> more = new HashSet<>(consents);
        more.add(consent);
        return new WorkspaceTrust(choice, saved, commands, more);
    }

    /** Whether the server is what it would be without the workspace's file, or the program that asks for it. */
    public boolean isServerChosenByUser() {
        return choice.server().origin() != HostOrigin.WORKSPACE_SETTINGS
                && choice.server().origin() != HostOrigin.PROGRAM;
    }

    /**
     * Whether the user names the server: by an option, {@code WANDB_BASE_URL}, the user's settings, a saved account of exactly
     * this address, or consent. The public cloud is named if nothing of the user's names another server.
     */
    public boolean isServerNamedByUser() {
        return isServerChosenByUser() || consents.contains(Consent.SERVER) || saved.hasServer(host());
    }

    /**
     * Whether an item of a store that the SDK has saved under the server's machine name is for this address: such an item tells
     * neither scheme nor path, so it is for https without a path, or http on this machine.
     */
    public boolean isImpliedByMachineName() {
        String url = host().url();
        return url.equals("https://" + host().machine())
                || (host().isLoopback() && url.equals("http://" + host().machine()));
    }

    /**
     * The other account that an entry of the netrc file under the same machine name belongs to, though its key be saved
     * elsewhere too; empty if no account explains such an entry.
     */
    public Optional<Account> otherHolder() {
        return saved.otherUnderSameName(choice.account());
    }

    /** Whether what the source gives is the workspace's, so that it is not saved, moved or noted as the user's. */
    public boolean isKeyOfWorkspace(SourceId source) {
        return source.equals(ResolutionPolicy.WORKSPACE_SETTINGS) && !consents.contains(Consent.KEY);
    }

    /** The file that names the server, or the program, in words. */
    public String file() {
        HostChoice server = choice.server();
        if (server.origin() == HostOrigin.PROGRAM) {
            return Messages.ASKING_PROGRAM;
        }
        return server.location().map(Location::text).orElse(Messages.WORKSPACE_SETTINGS_FILE);
    }

    private Host host() {
        return choice.host();
    }
}
