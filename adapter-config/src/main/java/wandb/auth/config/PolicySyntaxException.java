package wandb.auth.config;

import wandb.auth.domain.Reason;

/** Why a part of an {@code auth.ini} that is well-formed INI means nothing. Holds no secret. */
final class PolicySyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Reason reason;

    PolicySyntaxException(int line, Reason reason) {
        super("line " + line + ": " + reason.problem());
        this.line = line;
        this.reason = reason;
    }

    /** The line, counted from 1. */
    int line() {
        return line;
    }

    Reason reason() {
        return reason;
    }
}
