package wandb.auth.keyring;

import wandb.auth.domain.Reason;

/** What keeps a keychain from being used, for a person to read. */
final class KeychainException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean isSilence;

    KeychainException(Reason reason) {
        this(reason, false);
    }

    private KeychainException(Reason reason, boolean isSilence) {
        super(reason.problem());
        this.reason = reason;
        this.isSilence = isSilence;
    }

    KeychainException(String problem, String remedy) {
        this(new Reason(problem, remedy));
    }

    /** There was no answer in time. */
    static KeychainException silence() {
        return new KeychainException(noAnswer(), true);
    }

    /** The connection ended before the answer. */
    static KeychainException disconnected() {
        return new KeychainException(noAnswer());
    }

    private static Reason noAnswer() {
        return new Reason(
                "The keychain does not answer.",
                "Restart the program that keeps it, or log in to the desktop again; then try again.");
    }

    /** Whether there was no answer in time, which is not to be waited for again. */
    boolean isSilence() {
        return isSilence;
    }

    /** What is wrong, and what to do. */
    Reason reason() {
        return reason;
    }
}
