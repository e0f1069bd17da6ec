package wandb.auth.keyring.keychain;

import java.util.Optional;

/**
 * A keychain that was opened for one call of the store. Each method may wait for another program for as long as that
 * likes: whoever calls sees to the time (see {@link TimeoutBudget}).
 */
public interface Keychain extends AutoCloseable {

    /** Checks that secrets can be kept here now; changes nothing and asks nobody. */
    void check() throws KeychainException;

    /** The secret under that name; empty where there is none. */
    Optional<StoredSecret> read(ItemName name) throws KeychainException;

    /** Keeps the secret under that name, in place of what is there. */
    void write(ItemName name, String secret) throws KeychainException;

    /** Erases what is under that name; nothing happens where there is nothing. */
    void erase(ItemName name) throws KeychainException;

    @Override
    void close();
}
