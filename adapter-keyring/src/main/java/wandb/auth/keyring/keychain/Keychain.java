package wandb.auth.keyring.keychain;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.spi.Availability;

/**
 * A keychain that was opened for one call of the store. Each method may wait for another program for as long as that
 * likes: whoever calls sees to the time (see {@link TimeoutBudget}).
 */
public interface Keychain extends AutoCloseable {

    /** Checks that secrets can be kept here now; changes nothing and asks nobody. */
    Availability.Usable check() throws KeychainException;

    /**
     * The secret under that name; empty if absent. What is locked and may hold it is opened first, by asking a person
     * where one may be asked.
     */
    Optional<StoredSecret> read(ItemName name) throws KeychainException;

    /** The secret under that name in what is open; nothing else is opened for it. */
    default Optional<StoredSecret> readOpen(ItemName name) throws KeychainException {
        return read(name);
    }

    /** The items of that name in what is open, besides the one whose secret is read; most keychains have no others. */
    default List<KeychainItem> others(ItemName name) throws KeychainException {
        return List.of();
    }

    /** Keeps the secret under that name, in place of the one that is read. */
    void write(ItemName name, String secret) throws KeychainException;

    void erase(KeychainItem item) throws KeychainException;

    @Override
    void close();
}
