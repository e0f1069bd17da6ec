package wandb.auth.keyring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.keyring.keychain.AccountItems;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;

/**
 * What a keychain holds for an account.
 *
 * @param items the names that were looked for
 * @param found the secrets that are there, in the order of those names
 */
record AccountSecrets(AccountItems items, Map<ItemName, StoredSecret> found) {

    static AccountSecrets in(Keychain keychain, AccountItems items) throws KeychainException {
        Map<ItemName, StoredSecret> found = new LinkedHashMap<>();
        for (ItemName name : items.names()) {
            Optional<StoredSecret> secret = keychain.read(name);
            if (secret.isPresent()) {
                found.put(name, secret.get());
            }
        }
        return new AccountSecrets(items, found);
    }

    boolean areNone() {
        return found.isEmpty();
    }

    /** The item that a lookup takes. */
    Optional<ItemName> deciding() {
        for (ItemName name : found.keySet()) {
            return Optional.of(name);
        }
        return Optional.empty();
    }

    /** Whether they are what the caller of a change expects. */
    boolean are(Precondition expected) {
        for (StoredSecret secret : found.values()) {
            return expected.matches(secret.revision());
        }
        return expected.matchesNone();
    }

    /** The item that decides, else the first that was looked for. */
    Location place() {
        return deciding().orElse(items.names().getFirst()).place();
    }
}
