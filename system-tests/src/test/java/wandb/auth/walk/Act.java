package wandb.auth.walk;

/**
 * One thing that somebody does.
 *
 * @param kind what is done
 * @param host the server that is configured
 * @param profile the profile that it is for
 * @param key the key that is typed; empty if none is
 */
record Act(Kind kind, String host, String profile, String key) {

    enum Kind {
        LOGIN,
        LOGOUT,
        SWITCH,
        TO_LOCKER,
        TO_NETRC,
        TOKEN,
        /** A login of an SDK, which knows of no profiles. */
        SDK
    }

    /** What the command line says, where the other store has this id. */
    String[] arguments(String locker) {
        return switch (kind) {
            case LOGIN -> new String[] {"login", "--profile", profile, key};
            case LOGOUT -> new String[] {"logout", "--profile", profile};
            case SWITCH -> new String[] {"auth", "switch", profile};
            case TO_LOCKER -> new String[] {"auth", "migrate", "--profile", profile, "--to", locker};
            case TO_NETRC -> new String[] {"auth", "migrate", "--profile", profile, "--to", "netrc"};
            case TOKEN -> new String[] {"auth", "token", "--profile", profile};
            case SDK -> throw new IllegalStateException("no command of ours");
        };
    }

    @Override
    public String toString() {
        return kind + " " + profile + " " + host;
    }
}
