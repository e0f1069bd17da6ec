package wandb.auth.domain.port.account;

import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;

/** A store that a key of an account was saved to, and that no key of it was erased from since. */
public record KeyPlace(Account account, SourceId store) {}
