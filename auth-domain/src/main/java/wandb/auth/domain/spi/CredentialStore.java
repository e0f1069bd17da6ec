package wandb.auth.domain.spi;

import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;

/**
 * A source that can also save and erase. Every trouble is an answer, not an exception, and comes by its deadline.
 *
 * @since 0.1
 */
public interface CredentialStore extends CredentialSource {

    /** Whether the store can be used here and now; cheap, changes nothing and asks nobody. */
    Availability availability(Deadline deadline);

    /**
     * Saves the key for the account and reads it back.
     *
     * @return {@link Saved.Stored} only where reading it back gave the same key
     */
    Saved save(Query query, ApiKey key, Precondition expected);

    /**
     * Erases the account's credential and looks again.
     *
     * @return {@link Erased.Gone} only where looking again gave nothing
     */
    Erased erase(Query query, Precondition expected);
}
