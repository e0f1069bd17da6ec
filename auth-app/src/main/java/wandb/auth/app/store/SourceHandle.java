package wandb.auth.app.store;

import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;

/** A source under its id. */
public record SourceHandle(SourceId id, CredentialSource source) {}
