package wandb.auth.helper;

import wandb.auth.domain.Reason;

/** Why a program, or what it said, is of no use. Holds no secret. */
sealed class ProgramException extends Exception permits UnreadableItemException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean isInstalled;

    ProgramException(String problem, String remedy) {
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
    boolean isInstalled() {
        return isInstalled;
    }

    Reason reason() {
        return reason;
    }
}
