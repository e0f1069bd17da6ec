package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/** What the Credential Manager has to do with before it is asked; the rest is shown by whole runs. */
class WindowsKeychainTest {

    @Test
    void aKeyThatFillsAnItemFits() {
        assertDoesNotThrow(() -> WindowsKeychain.checkFits("k".repeat(1280)));
    }

    @Test
    void aKeyThatIsTooLongIsRefusedWithoutBeingQuoted() {
        KeychainException refused =
                assertThrows(KeychainException.class, () -> WindowsKeychain.checkFits("k".repeat(1281)));
        assertEquals(Messages.windowsKeyTooLong(1281, 1280), refused.reason());
        assertFalse(refused.reason().toString().contains("kkk"));
    }
}
