package wandb.auth.keyring;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import wandb.auth.domain.spi.Availability;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.message.Messages;

/** The Credential Manager of Windows, by java-keyring. Nobody is ever asked anything; it holds one item of a name. */
final class WindowsKeychain implements Keychain {

    /** How java-keyring gives the error code ERROR_NOT_FOUND of {@code winerror.h}; it has no type for it. */
    private static final String NOT_FOUND = "Error code 1168";

    /** In UTF-16 units: CRED_MAX_CREDENTIAL_BLOB_SIZE of {@code wincred.h} is 2560 bytes. */
    static final int LONGEST_SECRET = 1280;

    private final Keyring keyring;

    private WindowsKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    static Keychain open() throws KeychainException {
        try {
            return new WindowsKeychain(Keyring.create(KeyringStorageType.WINDOWS_CREDENTIAL_STORE));
        } catch (BackendNotSupportedException e) {
            throw failed(e);
        }
    }

    @Override
    public Availability.Usable check() throws KeychainException {
        read(ItemName.of("https://availability.invalid", "default"));
        return new Availability.Usable();
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) throws KeychainException {
        try {
            return Optional.of(StoredSecret.only(keyring.getPassword(name.service(), name.account())));
        } catch (PasswordAccessException e) {
            if (NOT_FOUND.equals(e.getMessage())) {
                return Optional.empty();
            }
            throw failed(e);
        }
    }

    @Override
    public void write(ItemName name, String secret) throws KeychainException {
        checkFits(secret);
        try {
            keyring.setPassword(name.service(), name.account(), secret);
        } catch (PasswordAccessException e) {
            throw failed(e);
        }
    }

    @Override
    public void erase(KeychainItem item) throws KeychainException {
        try {
            keyring.deletePassword(item.name().service(), item.name().account());
        } catch (PasswordAccessException e) {
            throw failed(e);
        }
    }

    /** Says before anything is written that a key is too long. */
    static void checkFits(String secret) throws KeychainException {
        if (secret.length() > LONGEST_SECRET) {
            throw new KeychainException(Messages.windowsKeyTooLong(secret.length(), LONGEST_SECRET));
        }
    }

    private static KeychainException failed(Exception e) {
        return new KeychainException(Messages.windowsFailed(String.valueOf(e.getMessage())));
    }

    @Override
    public void close() {}
}
