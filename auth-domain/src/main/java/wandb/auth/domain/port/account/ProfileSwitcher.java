package wandb.auth.domain.port.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;

/** Makes the key of one profile the one that other programs find in the netrc file: the active one. */
public interface ProfileSwitcher {

    /** Whether the account's key is the active one. */
    Activity activity(Environment environment, Account account);

    /**
     * Makes the account's key the active one, and keeps the one that was active under its own profile; by one change of the
     * file. If it is the default profile's and there is none, no key is active then.
     *
     * @return {@link Active}, {@link NoneActive}, {@link NoKey} or {@link Failed}
     */
    Activity activate(Environment environment, Account account);

    /**
     * Writes into the file what the first edition noted beside it: whose the keys are that other programs find.
     *
     * @param former for each machine the profiles that were switched to, the last one first, separated by blanks
     * @return why that could not be done; empty if it was
     */
    Optional<Failed> takeOver(Environment environment, Map<String, String> former);

    /** Whether an account's key is active. */
    sealed interface Activity {}

    /**
     * It is: other programs find it.
     *
     * @param kept the profile whose key was active before, and is kept; empty if nothing was changed or none was
     * @param remarks what else was done or should be known, each a sentence without a secret
     */
    record Active(Location location, Optional<Profile> kept, List<String> remarks) implements Activity {
        public Active {
            remarks = List.copyOf(remarks);
        }

        /** The same, and nothing else to be known. */
        public Active(Location location, Optional<Profile> kept) {
            this(location, kept, List.of());
        }
    }

    /**
     * It is not: only this program finds it.
     *
     * @param active the profile whose key is; empty if none is
     */
    record Inactive(Optional<Profile> active) implements Activity {}

    /**
     * There is none.
     *
     * @param location where it was looked for
     * @param active the profile whose key is active instead; empty if none is
     */
    record NoKey(Location location, Optional<Profile> active) implements Activity {}

    /**
     * There is none, and no other is active any more: other programs find none.
     *
     * @param location where it was looked for
     * @param kept the profile whose key was active before, and is kept
     * @param remarks what else was done or should be known, each a sentence without a secret
     */
    record NoneActive(Location location, Profile kept, List<String> remarks) implements Activity {
        public NoneActive {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The file cannot be read or changed; nothing was changed.
     *
     * @param location the file, and its line if one is to blame
     */
    record Failed(Location location, Reason reason) implements Activity {}
}
