package wandb.auth.vault;

import wandb.auth.domain.Location;

/**
 * Where an account's key is.
 *
 * @param path the path of the secret below the secrets engine
 */
record SecretPlace(VaultSettings settings, String path) {

    /** The name of the key in the secret. */
    String field() {
        return settings.field();
    }

    /** As the Vault command line names it: {@code vault kv get MOUNT/PATH}. */
    Location location() {
        return new Location.Place(
                "Vault secret " + settings.mount() + "/" + path + settings.inNamespace() + " at " + settings.address());
    }
}
