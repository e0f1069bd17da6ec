package wandb.auth.app;

import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;

/**
 * A source under its id.
 *
 * @param id the id
 * @param source the source
 */
public record NamedSource(SourceId id, CredentialSource source) {}
