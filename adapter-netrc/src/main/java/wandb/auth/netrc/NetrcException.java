package wandb.auth.netrc;

import wandb.auth.domain.Reason;

/** Why a netrc file cannot be used or changed, and at which line. */
class NetrcException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Reason reason;

    NetrcException(int line, Reason reason) {
        super(reason.toString());
        this.line = line;
        this.reason = reason;
    }

    /** The line, counted from 1; 0 where it is no single one. */
    int line() {
        return line;
    }

    Reason reason() {
        return reason;
    }
}
