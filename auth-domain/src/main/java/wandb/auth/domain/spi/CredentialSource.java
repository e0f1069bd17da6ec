package wandb.auth.domain.spi;

import wandb.auth.domain.Finding;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;

/**
 * A place where a credential may be found.
 *
 * @since 0.1
 */
public interface CredentialSource {

    /** How well this place keeps a secret at rest; {@link Protection#PLAINTEXT} where nobody vouches for more. */
    Protection protection();

    /**
     * Looks for the account's credential. Every trouble is an answer ({@link Outcome.Unusable}), not an exception.
     *
     * @return the answer, by the query's deadline
     */
    Finding find(Query query);
}
