package wandb.auth.domain;

import wandb.auth.domain.message.Messages;

/**
 * Whose credential is meant: one profile on one server.
 *
 * @param host the server
 * @param profile the profile there
 * @since 0.1
 */
public record Account(Host host, Profile profile) {

    /** The account in words: its server, and its profile where that is a named one. */
    public String text() {
        return profile.isDefault() ? host.toString() : Messages.profileOn(host.url(), profile.name());
    }

    /** Whether both are one account: the same profile, on the same server under whichever of its names. */
    public boolean isSameAccount(Account other) {
        return profile.equals(other.profile) && host.isSameServer(other.host);
    }
}
