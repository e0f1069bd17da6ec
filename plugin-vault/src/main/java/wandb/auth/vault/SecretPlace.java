package wandb.auth.vault;

import wandb.auth.domain.Host;
import wandb.auth.domain.Location;

/**
 * Where an account's key is.
 *
 * @param server the server
 * @param mount the secrets engine
 * @param path the path of the secret below it
 * @param field the name of the key in the secret
 */
record SecretPlace(Host server, String mount, String path, String field) {

    /** As the Vault command line names it: {@code vault kv get MOUNT/PATH}. */
    Location location() {
        return new Location.Place("Vault secret " + mount + "/" + path + " at " + server);
    }
}
