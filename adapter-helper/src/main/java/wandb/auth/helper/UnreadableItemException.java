package wandb.auth.helper;

import wandb.auth.domain.Reason;
import wandb.auth.helper.program.ProgramException;

/** A helper ran, and could not say what it keeps as an item: it may be locked, or the item may be broken. */
final class UnreadableItemException extends ProgramException {

    private static final long serialVersionUID = 1L;

    UnreadableItemException(Reason reason) {
        super(reason);
    }
}
