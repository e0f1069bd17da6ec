package wandb.auth.domain;

/**
 * A text that is not a profile name.
 *
 * @since 0.1
 */
public final class InvalidProfileException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    InvalidProfileException(String message) {
        super(message);
    }
}
