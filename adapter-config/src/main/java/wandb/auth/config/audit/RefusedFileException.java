package wandb.auth.config.audit;

import wandb.auth.domain.Reason;

/** Why no trail is kept in a file, or none can be. */
final class RefusedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    RefusedFileException(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
