package wandb.auth.netrc;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.NetrcNode.Entry;

/**
 * Tells what an account's key stands under in a file. The plain entries of a server, which other readers find, are those of
 * the profile that was made so last and whose own entries are gone: a profile that was to be made so, and has its own entry
 * still, never became it. So file and list can be changed one after the other.
 *
 * @param account the account
 * @param switched the profiles that were made the one that other readers find, the last one first
 */
record EntryNaming(Account account, List<Profile> switched) {

    EntryNaming {
        switched = List.copyOf(switched);
    }

    /** The names in this file. */
    MachineNameSet in(NetrcDocument document) {
        boolean isPlain = holder(document).filter(account.profile()::equals).isPresent();
        return isPlain ? MachineNameSet.plain(account.host()) : own(account.profile());
    }

    /** The account's entries in this file. */
    AccountEntries entriesIn(NetrcDocument document) {
        return AccountEntries.of(document, in(document));
    }

    /** Whose the plain entries of the server are, or would be; empty where nobody knows. */
    Optional<Profile> holder(NetrcDocument document) {
        for (Profile profile : switched) {
            if (!hasOwn(document, profile)) {
                return Optional.of(profile);
            }
        }
        return hasOwn(document, Profile.DEFAULT) ? Optional.empty() : Optional.of(Profile.DEFAULT);
    }

    MachineNameSet own(Profile profile) {
        return MachineNameSet.own(account.host(), profile);
    }

    private boolean hasOwn(NetrcDocument document, Profile profile) {
        return hasAny(document, own(profile));
    }

    static boolean hasAny(NetrcDocument document, MachineNameSet names) {
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && !entry.isDefault() && names.contain(entry.machine())) {
                return true;
            }
        }
        return false;
    }
}
