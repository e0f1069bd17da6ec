package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.vault.message.Messages;

/**
 * The newest version of a secret.
 *
 * @param version its number, which the next one is counted from; 0 where there never was one
 * @param created when the server says that it was made: numbers begin again where somebody removes a secret with its history
 * @param fields what it holds; nothing if it was deleted or destroyed
 */
record Secret(long version, String created, JsonObject fields) {

    static final Secret NONE = new Secret(0, "", new JsonObject());

    /** The field's value; empty if it has none. */
    Optional<JsonValue> value(String field) {
        @Nullable JsonValue value = fields.get(field);
        return Optional.ofNullable(value);
    }

    /** What a lookup of the key in that field finds. */
    Outcome keyIn(String field) {
        Optional<JsonValue> value = value(field);
        if (value.isEmpty()) {
            return new Outcome.Absent();
        }
        if (!value.get().isString()) {
            return new Outcome.Unusable(Messages.fieldNotText(field));
        }
        try {
            return new Outcome.Found(ApiKey.parse(value.get().asString()), revision());
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(Messages.keyInvalid(e.getMessage()));
        }
    }

    boolean holds(String field) {
        return value(field).isPresent();
    }

    Revision revision() {
        return Revision.of(version + " " + created);
    }

    /** Whether the field is what the caller of a change expects. */
    boolean is(Precondition expected, String field) {
        return holds(field) ? expected.matches(revision()) : expected.matchesNone();
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Secret[version " + version + "]";
    }
}
