package wandb.auth.domain;

/**
 * A text that is not an address of a W&amp;B server. The message names it only where it cannot hold a secret.
 *
 * @since 0.1
 */
public final class InvalidHostException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    /** What kept the text from being a server's address. */
    public enum Problem {
        /** Not of the form {@code https://HOST[:PORT][/PATH]}. */
        NOT_A_URL,
        /** A scheme other than http and https, or none. */
        WRONG_SCHEME,
        /** A character that no address holds: a blank, a control character, a quote, an unexpanded variable. */
        BAD_CHARACTERS,
        /** A user name or a password in the address. */
        USER_INFO,
        /** A query or a fragment. */
        QUERY_OR_FRAGMENT,
        /** The web pages of the public cloud, not its API. */
        APP_ADDRESS,
        /** The public cloud over plain http. */
        CLOUD_NEEDS_HTTPS
    }

    private final Problem problem;

    public InvalidHostException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What kept the text from being a server's address. */
    public Problem problem() {
        return problem;
    }
}
