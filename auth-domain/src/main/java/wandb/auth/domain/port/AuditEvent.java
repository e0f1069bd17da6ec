package wandb.auth.domain.port;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;

/**
 * One thing that was done with a credential, or refused; holds no secret.
 *
 * @param action what was to be done
 * @param account whose credential it was about
 * @param store the source or store; empty if it did not come to one
 * @param outcome the result
 * @param detail more for a person, such as the rule that refused it; empty if there is nothing to add
 */
public record AuditEvent(Action action, Account account, Optional<SourceId> store, Result outcome, String detail) {

    /** What is done with credentials. */
    public enum Action {
        SAVE,
        ERASE,
        HAND_OUT
    }

    /** What comes of it. */
    public enum Result {
        DONE,
        FAILED,
        REFUSED
    }
}
