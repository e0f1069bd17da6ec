package wandb.auth.http;

import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/** The file of access tokens cannot be used. Nothing in it was changed. */
final class UnusableCacheException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final transient Reason reason;

    UnusableCacheException(Location location, Reason reason) {
        super(reason.problem());
        this.location = location;
        this.reason = reason;
    }

    /** The file, or what should have named it. */
    Location location() {
        return location;
    }

    Reason reason() {
        return reason;
    }
}
