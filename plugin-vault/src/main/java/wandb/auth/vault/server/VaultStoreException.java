package wandb.auth.vault.server;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Reason;

/**
 * What keeps a server from being used, for a person to read. The library lets an {@link IOException} of the connection
 * through as the cause of its own.
 */
public final class VaultStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public VaultStoreException(String problem, String remedy) {
        super(problem);
        this.reason = new Reason(problem, remedy);
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
        return notUnderstood();
    }

    public static VaultStoreException silence() {
        return new VaultStoreException(
                "The Vault server does not answer in time.", "Try again; see whether the server is overloaded.");
    }

    public static VaultStoreException notUnderstood() {
        return new VaultStoreException(
                "What answers at this address does not answer as a Vault server does.",
                "Check the address of the server.");
    }

    public static VaultStoreException notVersion2(String mount) {
        return new VaultStoreException(
                "The mount '" + mount + "' is not a key-value secrets engine of version 2.",
                "Name one that is by the setting 'mount', or upgrade it with: vault kv enable-versioning " + mount);
    }
}
