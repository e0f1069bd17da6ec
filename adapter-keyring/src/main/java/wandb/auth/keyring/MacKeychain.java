package wandb.auth.keyring;

import com.sun.jna.NativeLibrary;
import java.util.Optional;
import pt.davidafsilva.apple.OSXKeychain;
import pt.davidafsilva.apple.OSXKeychainException;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;

/**
 * The login keychain of macOS, by the library that java-keyring uses there: it tells an item that is not there from one
 * that cannot be read, which java-keyring does not. Its items are named by their service; macOS has one of a name.
 */
final class MacKeychain implements Keychain {

    private final OSXKeychain keychain;

    private MacKeychain(OSXKeychain keychain) {
        this.keychain = keychain;
    }

    static Keychain open(Interaction interaction) throws KeychainException {
        try {
            allowQuestions(interaction == Interaction.ALLOWED);
            return new MacKeychain(OSXKeychain.getInstance());
        } catch (OSXKeychainException e) {
            throw failed(e);
        }
    }

    /** Whether macOS may ask for the password of a locked keychain in this process (Security framework). */
    private static void allowQuestions(boolean allowed) {
        NativeLibrary.getInstance("Security")
                .getFunction("SecKeychainSetUserInteractionAllowed")
                .invokeInt(new Object[] {allowed ? 1 : 0});
    }

    @Override
    public Condition check() throws KeychainException {
        read(ItemName.of("https://availability.invalid", "default"));
        return Condition.PLAIN;
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) throws KeychainException {
        try {
            return keychain.findGenericPassword(name.service(), name.account()).map(text -> new StoredSecret(text, 1));
        } catch (OSXKeychainException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(ItemName name, String secret) throws KeychainException {
        try {
            if (keychain.findGenericPassword(name.service(), name.account()).isPresent()) {
                keychain.modifyGenericPassword(name.service(), name.account(), secret);
            } else {
                keychain.addGenericPassword(name.service(), name.account(), secret);
            }
        } catch (OSXKeychainException e) {
            throw failed(e);
        }
    }

    @Override
    public void erase(ItemName name) throws KeychainException {
        try {
            keychain.deleteGenericPassword(name.service(), name.account());
        } catch (OSXKeychainException e) {
            throw failed(e);
        }
    }

    private static KeychainException failed(OSXKeychainException e) {
        return new KeychainException(
                "The macOS keychain failed: " + TerminalSafe.of(String.valueOf(e.getMessage())),
                "Unlock the login keychain in Keychain Access and try again; or choose another store.");
    }

    @Override
    public void close() {}
}
