package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonObject;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/**
 * One save of a key: read, compare, write on the condition that nobody wrote since, read that version back. The other fields
 * of the secret stay.
 */
record KeySave(SecretEngine engine, SecretPlace place, ApiKey key, Precondition expected) {

    Saved run() throws VaultStoreException {
        Location location = place.location();
        while (true) {
            Secret before = engine.read(place.path());
            if (!before.is(expected, place.field())) {
                return new Saved.Conflict(location);
            }
            if (before.version() == 0) {
                engine.checkVersion2(); // one of version 1 would take the write for something else
            }
            JsonObject fields = new JsonObject(before.fields()).set(place.field(), key.reveal());
            Optional<Secret> written = engine.write(place.path(), fields, before);
            if (written.isPresent()) {
                return confirmed(engine.read(place.path(), written.get().version()));
            }
            if (!(expected instanceof Precondition.Anything)) {
                return new Saved.Conflict(location);
            }
        }
    }

    /** That very version: another writer may have added a newer one, which is no reason to say that this one failed. */
    private Saved confirmed(Secret now) {
        boolean same = now.keyIn(place.field()) instanceof Outcome.Found found
                && found.credential().equals(key);
        return same
                ? new Saved.Stored(place.location(), now.revision(), List.of())
                : new Saved.Failed(place.location(), Messages.keyNotReadBack());
    }
}
