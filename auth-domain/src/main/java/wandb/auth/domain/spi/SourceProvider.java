package wandb.auth.domain.spi;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;

/**
 * Makes a source; found through the module system. Every run loads it, so it does no input or output and stays small.
 *
 * @since 0.1
 */
public interface SourceProvider {

    /** The stable id of the source. */
    SourceId id();

    /** The source, for this process and these settings; still without input or output. */
    CredentialSource open(Environment environment, StoreConfig section);
}
