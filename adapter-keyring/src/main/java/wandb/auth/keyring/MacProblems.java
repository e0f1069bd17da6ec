package wandb.auth.keyring;

import wandb.auth.keyring.keychain.KeychainException;

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

    private static final String OTHER_STORE = " or choose another store.";

    private MacProblems() {}

    /** The problem that a code stands for; none of them is success. */
    static KeychainException of(int status) {
        return switch (status) {
            case INTERACTION_NOT_ALLOWED, INTERACTION_REQUIRED ->
                new KeychainException(
                        "The keychain needs confirmation, and there is no one to ask here.",
                        "Run the command where someone can answer;" + OTHER_STORE);
            case USER_CANCELED ->
                new KeychainException("The keychain's prompt was declined.", "Try again, and allow it;" + OTHER_STORE);
            case AUTH_FAILED, NO_ACCESS_FOR_ITEM ->
                new KeychainException(
                        "The keychain refuses access (" + status + ").",
                        "Allow this program to use the item in Keychain Access, or delete the item there;"
                                + OTHER_STORE);
            case NO_DEFAULT_KEYCHAIN, NO_SUCH_KEYCHAIN ->
                new KeychainException(
                        "There is no default keychain here.",
                        "Make one in Keychain Access, or name it with 'security default-keychain -s NAME';"
                                + OTHER_STORE);
            case NOT_AVAILABLE ->
                new KeychainException(
                        "No keychain can be reached from this session.",
                        "Run the command in a session of the user, not as a service;" + OTHER_STORE);
            case READ_ONLY, WRITE_PERMISSION ->
                new KeychainException(
                        "The keychain may not be written.",
                        "Give yourself permission to write its file;" + OTHER_STORE);
            default ->
                new KeychainException(
                        "The keychain failed (" + status + ").",
                        "'security error " + status + "' tells what that means. Try again;" + OTHER_STORE);
        };
    }

    static KeychainException locked() {
        return new KeychainException(
                "The keychain is locked.",
                "Unlock it in Keychain Access or with 'security unlock-keychain', and try again;" + OTHER_STORE);
    }

    static KeychainException missing() {
        return new KeychainException("The Security framework of macOS cannot be loaded.", "Choose another store.");
    }
}
