package wandb.auth.netrc.syntax;

import wandb.auth.domain.Reason;

/** Why a netrc file cannot be used or changed, and at which line. */
public class NetrcException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Reason reason;

    public NetrcException(int line, Reason reason) {
        super(reason.toString());
        this.line = line;
        this.reason = reason;
    }

    /** The line, counted from 1; 0 where it is no single one. */
    public int line() {
        return line;
    }

    public Reason reason() {
        return reason;
    }
}
