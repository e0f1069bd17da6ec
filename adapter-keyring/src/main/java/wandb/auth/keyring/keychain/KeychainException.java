package wandb.auth.keyring.keychain;

import wandb.auth.domain.Reason;
import wandb.auth.keyring.message.Messages;

/** What keeps a keychain from being used, for a person to read. */
public final class KeychainException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean isSilence;

    public KeychainException(Reason reason) {
        this(reason, false);
    }

    private KeychainException(Reason reason, boolean isSilence) {
        super(reason.problem());
        this.reason = reason;
        this.isSilence = isSilence;
    }

    /** There was no answer in time. */
    public static KeychainException silence() {
        return new KeychainException(Messages.noAnswer(), true);
    }

    /** Whether there was no answer in time, which is not to be waited for again. */
    public boolean isSilence() {
        return isSilence;
    }

    public Reason reason() {
        return reason;
    }
}
