package wandb.auth.domain;

/**
 * A text that is not an API key. The text itself is never part of the message: it may be a key with a typing error.
 *
 * @since 0.1
 */
public final class InvalidApiKeyException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    /** What kept the text from being an API key. */
    public enum Problem {
        /** Nothing at all. */
        EMPTY,
        /** A character that no key holds, for instance a blank, a quote or a line end. */
        BAD_CHARACTERS,
        /** Fewer than {@link ApiKey#MIN_SECRET_LENGTH} characters after the prefix. */
        TOO_SHORT,
        /** The same key more than once in a row, as after pasting it twice. */
        REPEATED
    }

    private final Problem problem;

    /** A problem, and the sentence that says it without quoting the text. */
    public InvalidApiKeyException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What kept the text from being an API key. */
    public Problem problem() {
        return problem;
    }
}
