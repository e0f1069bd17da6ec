package wandb.auth.keyring;

import wandb.auth.domain.Reason;
import wandb.auth.keyring.message.Messages;

/** What a person is told where macOS does not do what is wanted; told apart by the codes of {@code SecBase.h}. */
final class MacProblems {

    static final int SUCCESS = 0;
    static final int DUPLICATE_ITEM = -25299;
    static final int ITEM_NOT_FOUND = -25300;

    /** Somebody would have to be asked: the keychain is locked, or the item is for another program. */
    static final int INTERACTION_NOT_ALLOWED = -25308;

    private static final int WRITE_PERMISSION = -61;
    private static final int USER_CANCELED = -128;
    private static final int NOT_AVAILABLE = -25291;
    private static final int READ_ONLY = -25292;
    private static final int AUTH_FAILED = -25293;
    private static final int NO_SUCH_KEYCHAIN = -25294;
    private static final int NO_ACCESS_FOR_ITEM = -25243;
    private static final int NO_DEFAULT_KEYCHAIN = -25307;
    private static final int INTERACTION_REQUIRED = -25315;

    private MacProblems() {}

    /** The problem that a code stands for; none of them is success. */
    static Reason of(int status) {
        return switch (status) {
            case INTERACTION_NOT_ALLOWED, INTERACTION_REQUIRED -> Messages.confirmationNeeded();
            case USER_CANCELED -> Messages.promptDeclined();
            case AUTH_FAILED, NO_ACCESS_FOR_ITEM -> Messages.macAccessRefused(status);
            case NO_DEFAULT_KEYCHAIN, NO_SUCH_KEYCHAIN -> Messages.macNoDefaultKeychain();
            case NOT_AVAILABLE -> Messages.macNoSession();
            case READ_ONLY, WRITE_PERMISSION -> Messages.macReadOnly();
            default -> Messages.macFailed(status);
        };
    }
}
