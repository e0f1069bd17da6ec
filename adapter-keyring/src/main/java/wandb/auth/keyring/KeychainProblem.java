package wandb.auth.keyring;

import wandb.auth.domain.Reason;

/** What keeps a keychain from being used, for a person to read. */
final class KeychainProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    KeychainProblem(Reason reason) {
        super(reason.problem());
        this.reason = reason;
    }

    KeychainProblem(String problem, String remedy) {
        this(new Reason(problem, remedy));
    }

    /** What is wrong, and what to do. */
    Reason reason() {
        return reason;
    }
}
