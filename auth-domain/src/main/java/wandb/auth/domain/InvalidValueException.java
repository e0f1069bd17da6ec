package wandb.auth.domain;

/**
 * A text that cannot become the value it was meant for.
 *
 * <p>The message is one sentence for a person. It never holds a secret, and control characters in it are escaped.
 *
 * @since 0.1
 */
public abstract sealed class InvalidValueException extends RuntimeException
        permits InvalidApiKeyException, InvalidHostException, InvalidProfileException {

    private static final long serialVersionUID = 1L;

    InvalidValueException(String message) {
        super(message);
    }

    /** What is wrong and what to do about it, in one sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
