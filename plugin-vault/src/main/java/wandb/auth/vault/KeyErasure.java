package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonObject;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.vault.server.VaultStoreException;

/**
 * One erasing of a key: read, compare, destroy, look again. The version that was read and those before it are destroyed, so
 * that nobody can bring the key back; what another writer adds in the meantime has a later number and stays. Where the secret
 * holds other fields, these are written as a new version first, on the condition that nobody wrote since, and only by
 * whoever may destroy: else the key would be out of sight and still there. An erasing that was cut off between the two is
 * completed.
 */
record KeyErasure(SecretEngine engine, SecretPlace place, Precondition expected) {

    Erased run() throws VaultStoreException {
        Location location = place.location();
        boolean erased = false;
        while (true) {
            Secret before = engine.read(place.path());
            if (erased && !before.holds(place.field())) {
                return new Erased.Gone(location);
            }
            if (!before.is(expected, place.field())) {
                return new Erased.Conflict(location);
            }
            if (!before.holds(place.field())) {
                return completed(before) ? new Erased.Gone(location) : new Erased.Nothing(location);
            }
            JsonObject others = new JsonObject(before.fields()).remove(place.field());
            if (!others.isEmpty()) {
                engine.checkDestroying(place.path(), before);
            }
            Optional<Secret> kept = others.isEmpty() ? Optional.of(before) : engine.write(place.path(), others, before);
            if (kept.isPresent()) {
                engine.destroyUpTo(place.path(), before);
                erased = true;
            }
        }
    }

    /** Whether the version before held the key, as an erasing leaves it that wrote the other fields and was cut off. */
    private boolean completed(Secret now) throws VaultStoreException {
        if (now.version() < 2 || now.fields().isEmpty()) {
            return false;
        }
        Secret earlier = engine.read(place.path(), now.version() - 1);
        if (!earlier.holds(place.field())) {
            return false;
        }
        engine.destroyUpTo(place.path(), earlier);
        return true;
    }
}
