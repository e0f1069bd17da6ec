package wandb.auth.domain;

/**
 * Whose credential is meant: one profile on one server.
 *
 * @param host the server
 * @param profile the profile there
 */
public record Account(Host host, Profile profile) {}
