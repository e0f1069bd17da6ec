package wandb.auth.domain.port.account;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;

/**
 * One account that was saved.
 *
 * @param store the store that its key was last saved to
 * @param userName the name of its user as the server last told it; empty if the server was never asked
 */
public record SavedAccount(Account account, SourceId store, Optional<String> userName) {}
