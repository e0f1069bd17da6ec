package wandb.auth.domain;

/**
 * The account that a run is for, and how it was chosen.
 *
 * @param server its server
 * @param profile its profile there
 */
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
