package wandb.auth.keyring.secretservice;

import wandb.auth.domain.TerminalSafe;
import wandb.auth.keyring.keychain.KeychainException;

/**
 * What a person is told where the bus or the Secret Service does not do what is wanted; told apart by error names.
 *
 * @param program the program that answers, in which a person can do something about it
 * @param hasDisplay whether this session has a display on which it could ask
 */
record BusProblems(KeychainProgram program, boolean hasDisplay) {

    private static final String OTHER_STORE = " or choose another store.";

    static KeychainException unreachable(BusSocket socket) {
        return new KeychainException(
                "The D-Bus session cannot be reached at " + socket.text() + ".",
                "Log in to the desktop again, or correct DBUS_SESSION_BUS_ADDRESS;" + OTHER_STORE);
    }

    static KeychainException broken() {
        return new KeychainException("The D-Bus session closed the connection.", "Try again;" + OTHER_STORE);
    }

    static KeychainException misunderstood() {
        return new KeychainException(
                "The program that keeps the keychain does not follow the Secret Service API.",
                "Use another Secret Service, such as gnome-keyring;" + OTHER_STORE);
    }

    static KeychainException unencrypted() {
        return new KeychainException(
                "The program that keeps the keychain transfers keys over the bus unencrypted only.",
                "Use another Secret Service, such as gnome-keyring;" + OTHER_STORE);
    }

    KeychainException noCollection() {
        return new KeychainException(
                "The Secret Service has no default keyring (collection) to keep keys in.",
                program.collectionRemedy() + ";" + OTHER_STORE);
    }

    KeychainException locked() {
        return new KeychainException(
                "The keychain is locked.",
                "Unlock it, for instance in " + program.manager() + ", and try again;" + OTHER_STORE);
    }

    KeychainException wouldAsk() {
        return new KeychainException(
                "The keychain needs confirmation, and there is no one to ask here.",
                (program == KeychainProgram.KEEPASSXC
                                ? "Run the command where someone can answer, or turn the confirmations off in"
                                        + " KeePassXC's"
                                        + " settings (Secret Service Integration);"
                                : "Run the command where someone can answer;")
                        + OTHER_STORE);
    }

    KeychainException declined() {
        return hasDisplay
                ? new KeychainException("The keychain's prompt was declined.", "Try again, and allow it;" + OTHER_STORE)
                : new KeychainException(
                        "The keychain could not prompt: this session has no display.",
                        "Unlock it on the desktop that it belongs to, for instance in " + program.manager() + ";"
                                + OTHER_STORE);
    }

    /** The problem that a D-Bus error stands for. */
    static KeychainException named(String error) {
        return switch (error) {
            case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner" ->
                new KeychainException(
                        "There is no keychain here: no Secret Service runs in this D-Bus session.",
                        "Install and start one, such as gnome-keyring;" + OTHER_STORE);
            case "org.freedesktop.DBus.Error.NoReply",
                    "org.freedesktop.DBus.Error.Timeout",
                    "org.freedesktop.DBus.Error.TimedOut" -> KeychainException.silence();
            case "org.freedesktop.DBus.Error.Disconnected" -> KeychainException.disconnected();
            case "org.freedesktop.Secret.Error.IsLocked" -> new BusProblems(KeychainProgram.OTHER, true).locked();
            case "org.freedesktop.DBus.Error.AccessDenied",
                    "org.freedesktop.DBus.Error.AuthFailed",
                    "org.gnome.keyring.Error.Denied" ->
                new KeychainException(
                        "The keychain refuses access (" + TerminalSafe.of(error) + ").",
                        "Allow this program to use it;" + OTHER_STORE);
            case "org.freedesktop.DBus.Error.NotSupported" -> unencrypted();
            case "org.freedesktop.Secret.Error.NoSuchObject", "org.freedesktop.DBus.Error.UnknownObject" ->
                new KeychainException("The keychain was changed by another program at the same time.", "Try again.");
            default -> failed(error);
        };
    }

    private static KeychainException failed(String error) {
        boolean start = error.startsWith("org.freedesktop.DBus.Error.Spawn.");
        return new KeychainException(
                (start ? "The Secret Service could not be started (" : "The keychain failed (") + TerminalSafe.of(error)
                        + ").",
                "See what it reports in the session's log, for instance with journalctl --user;" + OTHER_STORE);
    }
}
