package wandb.auth.helper.program;

import wandb.auth.domain.Reason;

/** Why a program, or what it said, is of no use. Holds no secret. */
public final class ProgramException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public ProgramException(String problem, String remedy) {
        super(problem);
        this.reason = new Reason(problem, remedy);
    }

    public Reason reason() {
        return reason;
    }
}
