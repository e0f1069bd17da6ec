package wandb.auth.helper.program;

import wandb.auth.domain.Reason;

/** Why a program, or what it said, is of no use. Holds no secret. */
public class ProgramException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean isInstalled;

    public ProgramException(Reason reason) {
        this(reason, true);
    }

    private ProgramException(Reason reason, boolean isInstalled) {
        super(reason.problem());
        this.reason = reason;
        this.isInstalled = isInstalled;
    }

    /** There is no such program on this machine. */
    static ProgramException missing(Reason reason) {
        return new ProgramException(reason, false);
    }

    public boolean isInstalled() {
        return isInstalled;
    }

    public Reason reason() {
        return reason;
    }
}
