package wandb.auth.domain;

/**
 * Whose credential is meant: one profile on one server.
 *
 * @param host the server
 * @param profile the profile there
 */
public record Account(Host host, Profile profile) {

    /** Whether both are one account: the same profile, on the same server under whichever of its names. */
    public boolean isSameAccount(Account other) {
        return profile.equals(other.profile) && host.isSameServer(other.host);
    }
}
