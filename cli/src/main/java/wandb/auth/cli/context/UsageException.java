package wandb.auth.cli.context;

/** The command line is wrong. The message says how, in one sentence, and quotes nothing that may be a secret. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
