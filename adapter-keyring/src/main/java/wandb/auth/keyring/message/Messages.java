package wandb.auth.keyring.message;

import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;

/** What this module says to a person. */
public final class Messages {

    private static final String OR_OTHER_STORE = "; or choose another store.";

    private Messages() {}

    // Reaching the session bus

    public static Reason noBus() {
        return new Reason(
                "There is no keychain here, because there is no D-Bus session: DBUS_SESSION_BUS_ADDRESS is not set, and"
                        + " $XDG_RUNTIME_DIR/bus does not exist.",
                "Log in to a desktop, or run the command within 'dbus-run-session', with a Secret Service such as"
                        + " gnome-keyring" + OR_OTHER_STORE);
    }

    public static Reason busAddressNotSupported(String address) {
        String shown = address.indexOf(':') < 0 ? "" : "=" + TerminalSafe.of(address); // else it may be a key
        return new Reason(
                "The D-Bus session of DBUS_SESSION_BUS_ADDRESS" + shown
                        + " cannot be reached: only addresses of the forms unix:path=... and unix:abstract=... can.",
                "Start the session bus with such an address, or choose another store.");
    }

    public static Reason busUnreachable(String bus) {
        return new Reason(
                "The D-Bus session cannot be reached at " + bus + ".",
                "Log in to the desktop again, or correct DBUS_SESSION_BUS_ADDRESS" + OR_OTHER_STORE);
    }

    public static Reason busOfAnotherUser(String bus, String owner, String user) {
        return new Reason(
                "The D-Bus session at " + bus + " is run by the user " + TerminalSafe.of(owner) + ", not by "
                        + TerminalSafe.of(user) + ", so it is not used.",
                "Correct or unset DBUS_SESSION_BUS_ADDRESS, or log in to the desktop again" + OR_OTHER_STORE);
    }

    public static Reason busDisconnected() {
        return new Reason("The D-Bus session closed the connection.", "Try again" + OR_OTHER_STORE);
    }

    // Finding a Secret Service that can be used

    private static final String OTHER_SERVICE = "Use another Secret Service, such as gnome-keyring" + OR_OTHER_STORE;

    public static Reason noService() {
        return new Reason(
                "There is no keychain here: no Secret Service runs in this D-Bus session.",
                "Install and start one, such as gnome-keyring" + OR_OTHER_STORE);
    }

    public static Reason serviceNotStarted(String error) {
        return seeLog("The Secret Service could not be started (" + TerminalSafe.of(error) + ").");
    }

    public static Reason serviceMisunderstood() {
        return new Reason("The program that keeps the keychain does not follow the Secret Service API.", OTHER_SERVICE);
    }

    public static Reason unencryptedTransferOnly() {
        return new Reason(
                "The program that keeps the keychain can only transfer keys unencrypted over the bus.", OTHER_SERVICE);
    }

    public static Reason noCollection() {
        return noCollection(
                "Create one, for instance in Seahorse (Passwords and Keys), and make it the default" + OR_OTHER_STORE);
    }

    public static Reason noCollectionInKeePassXc() {
        return noCollection("In KeePassXC, open a database and expose a group of it (Database Settings, Secret Service)"
                + OR_OTHER_STORE);
    }

    public static Reason noCollectionInKWallet() {
        return noCollection(
                "Create a wallet in KWalletManager, or run the command on a terminal of the desktop, where KWallet"
                        + " can ask for one" + OR_OTHER_STORE);
    }

    private static Reason noCollection(String remedy) {
        return new Reason("The Secret Service has no default keyring (collection) to keep keys in.", remedy);
    }

    public static String keptBy(String program) {
        return "It is kept by " + program + ".";
    }

    public static String notUsed(String program) {
        return program + " runs here too, but is not used.";
    }

    // Asking the keychain

    public static Reason noAnswer() {
        return new Reason(
                "The keychain does not answer.",
                "Restart the program that keeps it, or log in to the desktop again; then try again.");
    }

    public static Reason notUnderstood(String exception) {
        return new Reason("The keychain could not be understood (" + exception + ").", "Try again" + OR_OTHER_STORE);
    }

    /** By the program in which a person unlocks it. */
    public static Reason locked(String manager) {
        return new Reason(
                "The keychain is locked.",
                "Unlock it, for instance in " + manager + ", and try again" + OR_OTHER_STORE);
    }

    public static Reason confirmationNeeded() {
        return confirmationNeeded("Run the command where someone can answer" + OR_OTHER_STORE);
    }

    public static Reason confirmationNeededByKeePassXc() {
        return confirmationNeeded(
                "Run the command where someone can answer, or turn the confirmations off in KeePassXC's settings"
                        + " (Secret Service Integration)" + OR_OTHER_STORE);
    }

    private static Reason confirmationNeeded(String remedy) {
        return new Reason("The keychain needs confirmation, and there is no one to ask here.", remedy);
    }

    public static Reason promptDeclined() {
        return new Reason("The keychain's prompt was declined.", "Try again, and allow it" + OR_OTHER_STORE);
    }

    /** By the program in which a person unlocks it. */
    public static Reason noDisplay(String manager) {
        return new Reason(
                "The keychain could not prompt: this session has no display.",
                "Unlock it on the desktop that it belongs to, for instance in " + manager + OR_OTHER_STORE);
    }

    public static Reason accessRefused(String error) {
        return new Reason(
                "The keychain refuses access (" + TerminalSafe.of(error) + ").",
                "Allow this program to use it" + OR_OTHER_STORE);
    }

    public static Reason changedByAnotherProgram() {
        return new Reason("The keychain was changed by another program at the same time.", "Try again.");
    }

    public static Reason failed(String error) {
        return seeLog("The keychain failed (" + TerminalSafe.of(error) + ").");
    }

    private static Reason seeLog(String problem) {
        return new Reason(
                problem,
                "See what it reports in the session's log, for instance with journalctl --user" + OR_OTHER_STORE);
    }

    // The keychain of macOS

    public static Reason macMissing() {
        return new Reason("The Security framework of macOS cannot be loaded.", "Choose another store.");
    }

    public static Reason macLocked() {
        return new Reason(
                "The keychain is locked.",
                "Unlock it in Keychain Access or with 'security unlock-keychain', and try again" + OR_OTHER_STORE);
    }

    public static Reason macAccessRefused(int status) {
        return new Reason(
                "The keychain refuses access (" + status + ").",
                "Allow this program to use the item in Keychain Access, or delete the item there" + OR_OTHER_STORE);
    }

    public static Reason macNoDefaultKeychain() {
        return new Reason(
                "There is no default keychain here.",
                "Create one in Keychain Access, or set it with 'security default-keychain -s NAME'" + OR_OTHER_STORE);
    }

    public static Reason macNoSession() {
        return new Reason(
                "No keychain can be reached from this session.",
                "Run the command in a session of the user, not as a service" + OR_OTHER_STORE);
    }

    public static Reason macReadOnly() {
        return new Reason(
                "The keychain cannot be written to.", "Give yourself permission to write its file" + OR_OTHER_STORE);
    }

    public static Reason macFailed(int status) {
        return new Reason(
                "The keychain failed (" + status + ").",
                "'security error " + status + "' explains it. Try again" + OR_OTHER_STORE);
    }

    // The Credential Manager of Windows

    public static Reason windowsKeyTooLong(int length, int longest) {
        return new Reason(
                "The key has " + length + " characters, and an item of the Credential Manager holds at most " + longest
                        + ".",
                "Choose another store, such as --store netrc.");
    }

    public static Reason windowsFailed(String why) {
        return new Reason(
                "The Credential Manager failed: " + TerminalSafe.of(why) + ".",
                "Open it in the Control Panel to see whether it works" + OR_OTHER_STORE);
    }

    // Looking a key up

    public static final String OTHER_CLOUD_NAME_DIFFERS =
            "The keychain holds another key for the cloud's other name; log in again with --relogin to set both.";

    public static Reason notKey(String problem) {
        return new Reason(problem, "Log in again with --relogin, or delete the item.");
    }

    public static String sameName(int items) {
        return "There are " + items + " items of that name; the newest counts.";
    }

    // Saving and erasing a key

    public static Reason notReadBack() {
        return new Reason("The key was written but could not be read back.", "Log in again, or choose another store.");
    }

    public static Reason thereAgain() {
        return new Reason("The item was erased, and is there again.", "Try again.");
    }

    public static String otherKeyLeft(Location item) {
        return "The " + item.text()
                + " has another key for this server, which was left there. Remove it if you do not need it.";
    }

    public static String otherKeyErased(Location item) {
        return "The " + item.text() + " had another key for this server, which was erased too.";
    }
}
