package wandb.auth.keyring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Location;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;

/**
 * What a keychain holds for an account.
 *
 * @param found the secrets that are there, in the order of those names
 */
record AccountSecrets(AccountItems items, Map<ItemName, StoredSecret> found) {

    /**
     * Those in what is open; if none is there, those in what has to be opened. Trouble with one name ends nothing if another
     * one gives a secret.
     */
    static AccountSecrets in(Keychain keychain, AccountItems items) throws KeychainException {
        AccountSecrets open = inOpen(keychain, items);
        return open.areNone() ? of(items, keychain::read) : open;
    }

    /** Those in what is open: nothing else is opened for them. */
    static AccountSecrets inOpen(Keychain keychain, AccountItems items) throws KeychainException {
        return of(items, keychain::readOpen);
    }

    private interface Reading {
        Optional<StoredSecret> of(ItemName name) throws KeychainException;
    }

    private static AccountSecrets of(AccountItems items, Reading reading) throws KeychainException {
        Map<ItemName, StoredSecret> found = new LinkedHashMap<>();
        @Nullable KeychainException trouble = null;
        for (ItemName name : items.names()) {
            try {
                Optional<StoredSecret> secret = reading.of(name);
                secret.ifPresent(value -> found.put(name, value));
            } catch (KeychainException e) {
                trouble = trouble == null ? e : trouble;
            }
        }
        if (found.isEmpty() && trouble != null) {
            throw trouble;
        }
        return new AccountSecrets(items, found);
    }

    boolean areNone() {
        return found.isEmpty();
    }

    /** The item that a lookup takes. */
    Optional<ItemName> deciding() {
        return found.keySet().stream().findFirst();
    }

    /** Whether they are what the caller of a change expects. */
    boolean are(Precondition expected) {
        for (StoredSecret secret : found.values()) {
            return expected.matches(secret.revision());
        }
        return expected.matchesNone();
    }

    /** The items that have these secrets, then the others of their names. */
    List<KeychainItem> all(Keychain keychain) throws KeychainException {
        List<KeychainItem> all = new ArrayList<>();
        found.forEach((name, secret) -> all.add(KeychainItem.of(name, secret)));
        all.addAll(others(keychain));
        return all;
    }

    /** The other items of the same names. */
    List<KeychainItem> others(Keychain keychain) throws KeychainException {
        List<KeychainItem> others = new ArrayList<>();
        for (Map.Entry<ItemName, StoredSecret> entry : found.entrySet()) {
            if (entry.getValue().copies() > 1) {
                others.addAll(keychain.others(entry.getKey()));
            }
        }
        return others;
    }

    /** Whether one of these secrets is in that state. */
    boolean hold(Revision revision) {
        return found.values().stream().anyMatch(secret -> secret.revision().equals(revision));
    }

    /** The item that decides, else the first that was looked for. */
    Location place() {
        return deciding().orElse(items.names().getFirst()).place();
    }
}
