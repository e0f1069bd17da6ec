package wandb.auth.app;

import wandb.auth.domain.HostChoice;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.spi.Query;

/** Tells which credential a login would use, and what every source says. */
public final class ShowStatus {

    private final CredentialLookup lookup;

    /** Tells what this lookup gives. */
    public ShowStatus(CredentialLookup lookup) {
        this.lookup = lookup;
    }

    /** The state of the account. */
    public Status status(HostChoice host, Query query) {
        return new Status(host, lookup.throughAll(query));
    }

    /**
     * The state of an account.
     *
     * @param host the server and how it came to be chosen
     * @param resolution what every source says, and what follows
     */
    public record Status(HostChoice host, Resolution resolution) {}
}
