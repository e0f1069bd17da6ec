package wandb.auth.domain.port.account;

import wandb.auth.domain.Account;
import wandb.auth.domain.Host;

/** The account that a run is for, and how it was chosen. */
public record AccountChoice(HostChoice server, ProfileChoice profile) {

    /** The account. */
    public Account account() {
        return new Account(server.host(), profile.profile());
    }

    /** The server itself. */
    public Host host() {
        return server.host();
    }
}
