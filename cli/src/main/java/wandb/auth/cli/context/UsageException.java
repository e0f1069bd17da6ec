package wandb.auth.cli.context;

import java.util.Optional;

/** The command line is wrong. The message says how, in one sentence, and quotes nothing that may be a secret. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> meant;

    public UsageException(String message) {
        this(message, Optional.empty());
    }

    /**
     * A wrong command line of which it is known what was meant.
     *
     * @param meant the line that can be typed instead, written with {@code wandb}; empty if unknown
     */
    public UsageException(String message, Optional<String> meant) {
        super(message);
        this.meant = meant;
    }

    /** The line that was meant; empty if unknown. */
    public Optional<String> meant() {
        return meant;
    }
}
