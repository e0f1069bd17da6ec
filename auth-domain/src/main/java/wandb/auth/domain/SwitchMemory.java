package wandb.auth.domain;

import java.util.List;
import wandb.auth.domain.AccountRegistry.Noted;

/**
 * Remembers which profiles of a server were made the one that other programs find in the netrc file. A port that only a room
 * of this project fills.
 */
public interface SwitchMemory {

    /** The profiles, the last one first; none where nobody can tell. */
    List<Profile> read(Environment environment, Host host);

    /** Remembers that the account's profile is to be the one, before it becomes it, and reads it back. */
    Noted note(Environment environment, Account account);

    /** Forgets that it was to be the one. */
    Noted forget(Environment environment, Account account);
}
