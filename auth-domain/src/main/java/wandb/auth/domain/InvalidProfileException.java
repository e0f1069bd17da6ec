package wandb.auth.domain;

/** A text that is not a profile name. */
public final class InvalidProfileException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    InvalidProfileException(String message) {
        super(message);
    }
}
