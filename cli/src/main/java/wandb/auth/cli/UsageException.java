package wandb.auth.cli;

/** The command line is wrong. The message says how, in one sentence, and quotes nothing that may be a secret. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
