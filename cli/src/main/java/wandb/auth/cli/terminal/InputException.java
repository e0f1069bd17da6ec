package wandb.auth.cli.terminal;

/**
 * What is needed for the command is not there or cannot be used: a key on standard input, a store. The message says what and
 * why, and quotes nothing that may be a key.
 */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String command;

    public InputException(String message) {
        this(message, "");
    }

    /** A problem, and the command that does what was meant; empty if absent to name. */
    public InputException(String message, String command) {
        super(message);
        this.command = command;
    }

    /** The command to type instead; empty if absent to name. */
    public String command() {
        return command;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
