package wandb.auth.cli.terminal;

/**
 * What is needed for the command is not there or cannot be used: a key on standard input, a store. The message says what and
 * why, and quotes nothing that may be a key.
 */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
