package wandb.auth.domain.spi;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;

/**
 * Makes a store; found through the module system. Every run loads it, so it does no input or output and stays small.
 *
 * @since 0.1
 */
public interface StoreProvider {

    /** The stable id of the store. */
    SourceId id();

    /** The store, for this process and these settings; still without input or output. */
    CredentialStore open(Environment environment, StoreConfig section);
}
