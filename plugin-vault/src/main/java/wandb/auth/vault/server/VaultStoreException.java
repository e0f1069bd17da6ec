package wandb.auth.vault.server;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Reason;
import wandb.auth.vault.message.Messages;

/**
 * What keeps a server from being used, for a person to read. The library lets an {@link IOException} of the connection
 * through as the cause of its own.
 */
public final class VaultStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public VaultStoreException(Reason reason) {
        super(reason.problem());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The cause of an exception of the library, whose own text may hold what the server sent. */
    public static VaultStoreException behind(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VaultStoreException problem) {
                return problem;
            }
        }
        return new VaultStoreException(Messages.notAVaultServer());
    }
}
