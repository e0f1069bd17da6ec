package wandb.auth.domain.port.account;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;

/**
 * Makes the key of one profile the one that other programs find in the netrc file. A port that only a room of this project
 * fills.
 */
public interface ActiveProfileStore {

    /**
     * Where the account's key stands.
     *
     * @param switched the profiles of its server that were made the one that is found, the last one first
     */
    Standing standing(Environment environment, Account account, List<Profile> switched);

    /**
     * Makes the account's key the one that is found, and keeps the one that was under its own profile; by one change of the
     * file, which is read back.
     *
     * @param switched the same, with the account's profile in front: what is cut off is told from what is done by the file
     * @return {@link Found} where it is, {@link Nothing} where the account has no key behind that one
     */
    Standing make(Environment environment, Account account, List<Profile> switched);

    /** Where an account's key stands. */
    sealed interface Standing {}

    /**
     * Where other programs find it.
     *
     * @param location the place
     * @param kept the profile whose key was found there before, and is kept; empty where nothing was changed or none was there
     */
    record Found(Location location, Optional<Profile> kept) implements Standing {}

    /**
     * Where only we find it.
     *
     * @param found the profile whose key other programs find; empty where they find none
     */
    record Behind(Optional<Profile> found) implements Standing {}

    /**
     * Nowhere.
     *
     * @param location where it was looked for
     */
    record Nothing(Location location) implements Standing {}

    /**
     * Nobody can tell, or it cannot be changed; nothing was.
     *
     * @param location the file, and its line where one is to blame
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Standing {}
}
