package wandb.auth.app;

import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;

/**
 * A store under its id.
 *
 * @param id the id
 * @param store the store
 */
public record NamedStore(SourceId id, CredentialStore store) {

    /** The same as a source. */
    public NamedSource asSource() {
        return new NamedSource(id, store);
    }
}
