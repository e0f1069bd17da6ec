package wandb.auth.keyring.keychain;

import wandb.auth.domain.Location;
import wandb.auth.domain.Revision;

/**
 * One item of a name, of which a keychain may have several.
 *
 * @param name its name
 * @param id what the keychain tells it from others of its name by
 * @param revision the state of its secret
 * @param place where it is
 */
public record KeychainItem(ItemName name, String id, Revision revision, Location place) {

    /** The one of that name whose secret was read. */
    public static KeychainItem of(ItemName name, StoredSecret secret) {
        return new KeychainItem(name, secret.id(), secret.revision(), name.place());
    }

    /** What to know of one that stays. */
    public String left() {
        return "The " + place.text()
                + " has another key for this server, which was left there. Remove it if you do not need it.";
    }

    /** What to know of one that was erased with another one. */
    public String erasedToo() {
        return "The " + place.text() + " had another key for this server, which was erased too.";
    }
}
