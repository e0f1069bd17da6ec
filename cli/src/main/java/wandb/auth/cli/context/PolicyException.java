package wandb.auth.cli.context;

import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Reason;

/** The policy is unknown, so nothing is done. The message is one for a person. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyException(String place, Reason reason) {
        super(Messages.policyUnreadable(place, reason));
    }
}
