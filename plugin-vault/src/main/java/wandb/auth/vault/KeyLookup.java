package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonValue;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.vault.message.Messages;

/**
 * One lookup of an account's key.
 *
 * @param secret where it may be
 * @param field the name of the key in it
 */
record KeyLookup(Secret secret, String field) {

    Outcome outcome() {
        Optional<JsonValue> value = secret.value(field);
        if (value.isEmpty()) {
            return new Outcome.Absent();
        }
        if (!value.get().isString()) {
            return new Outcome.Unusable(Messages.fieldNotText(field));
        }
        try {
            return new Outcome.Found(ApiKey.parse(value.get().asString()), secret.revision());
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(Messages.keyInvalid(e.getMessage()));
        }
    }
}
