package wandb.auth.helper.program;

import wandb.auth.domain.Reason;

/** Why a program, or what it said, is of no use. Holds no secret. */
public class ProgramException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean isInstalled;

    /** This problem, and what to do. */
    public ProgramException(String problem, String remedy) {
        this(problem, remedy, true);
    }

    private ProgramException(String problem, String remedy, boolean isInstalled) {
        super(problem);
        this.reason = new Reason(problem, remedy);
        this.isInstalled = isInstalled;
    }

    /** There is no such program on this machine. */
    static ProgramException missing(String problem, String remedy) {
        return new ProgramException(problem, remedy, false);
    }

    /** Whether the program is on this machine. */
    public boolean isInstalled() {
        return isInstalled;
    }

    public Reason reason() {
        return reason;
    }
}
