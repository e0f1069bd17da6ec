package wandb.auth.keyring.secretservice;

import wandb.auth.domain.Reason;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/**
 * What a person is told where the bus or the Secret Service does not do what is wanted; told apart by error names.
 *
 * @param program the program that answers, in which a person can do something about it
 * @param hasDisplay whether this session has a display on which it could ask
 */
record BusProblems(KeychainProgram program, boolean hasDisplay) {

    KeychainException noCollection() {
        return new KeychainException(program.noCollection());
    }

    KeychainException locked() {
        return new KeychainException(Messages.locked(program.manager()));
    }

    KeychainException wouldAsk() {
        return new KeychainException(
                program == KeychainProgram.KEEPASSXC
                        ? Messages.confirmationNeededByKeePassXc()
                        : Messages.confirmationNeeded());
    }

    KeychainException declined() {
        return new KeychainException(hasDisplay ? Messages.promptDeclined() : Messages.noDisplay(program.manager()));
    }

    /** The problem that a D-Bus error stands for. */
    static KeychainException named(String error) {
        return switch (error) {
            case "org.freedesktop.DBus.Error.NoReply",
                    "org.freedesktop.DBus.Error.Timeout",
                    "org.freedesktop.DBus.Error.TimedOut" -> KeychainException.silence();
            default -> new KeychainException(reason(error));
        };
    }

    private static Reason reason(String error) {
        return switch (error) {
            case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner" ->
                Messages.noService();
            case "org.freedesktop.DBus.Error.Disconnected" -> Messages.noAnswer();
            case "org.freedesktop.Secret.Error.IsLocked" -> Messages.locked(KeychainProgram.OTHER.manager());
            case "org.freedesktop.DBus.Error.AccessDenied",
                    "org.freedesktop.DBus.Error.AuthFailed",
                    "org.gnome.keyring.Error.Denied" -> Messages.accessRefused(error);
            case "org.freedesktop.DBus.Error.NotSupported" -> Messages.unencryptedTransferOnly();
            case "org.freedesktop.Secret.Error.NoSuchObject", "org.freedesktop.DBus.Error.UnknownObject" ->
                Messages.changedByAnotherProgram();
            default ->
                error.startsWith("org.freedesktop.DBus.Error.Spawn.")
                        ? Messages.serviceNotStarted(error)
                        : Messages.failed(error);
        };
    }
}
