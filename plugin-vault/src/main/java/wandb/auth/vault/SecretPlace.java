package wandb.auth.vault;

import wandb.auth.domain.Location;
import wandb.auth.vault.server.ServerAddress;

/**
 * Where an account's key is.
 *
 * @param namespace the namespace as the end of the place's name; nothing if there is none
 */
record SecretPlace(ServerAddress server, String namespace, String mount, String path, String field) {

    /** As the Vault command line names it: {@code vault kv get MOUNT/PATH}. */
    Location location() {
        return new Location.Place("Vault secret " + mount + "/" + path + namespace + " at " + server);
    }
}
