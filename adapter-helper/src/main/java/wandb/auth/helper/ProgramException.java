package wandb.auth.helper;

import wandb.auth.domain.Reason;

/** Why a program, or what it said, is of no use. Holds no secret. */
sealed class ProgramException extends Exception permits UnreadableItemException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    ProgramException(String problem, String remedy) {
        super(problem);
        this.reason = new Reason(problem, remedy);
    }

    Reason reason() {
        return reason;
    }
}
