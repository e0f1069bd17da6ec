package wandb.auth.keyring.keychain;

import wandb.auth.domain.Location;
import wandb.auth.domain.Revision;

/**
 * One item of a name, of which a keychain may have several.
 *
 * @param id what the keychain tells it from others of its name by
 */
public record KeychainItem(ItemName name, String id, Revision revision, Location place) {

    /** The one of that name whose secret was read. */
    public static KeychainItem of(ItemName name, StoredSecret secret) {
        return new KeychainItem(name, secret.id(), secret.revision(), name.place());
    }
}
