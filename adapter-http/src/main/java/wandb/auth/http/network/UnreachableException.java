package wandb.auth.http.network;

import wandb.auth.domain.Reason;

/** Nothing was learned from the server: it was not asked, did not answer, or something else answered in its place. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public UnreachableException(Reason reason) {
        super(reason.problem());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
