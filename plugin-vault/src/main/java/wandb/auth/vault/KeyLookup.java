package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonValue;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;

/**
 * One lookup of an account's key.
 *
 * @param secret where it may be
 * @param field the name of the key in it
 */
record KeyLookup(Secret secret, String field) {

    private static final String REMEDY = "Log in again with --relogin, or correct the secret.";

    Outcome outcome() {
        Optional<JsonValue> value = secret.value(field);
        if (value.isEmpty()) {
            return new Outcome.Absent();
        }
        if (!value.get().isString()) {
            return new Outcome.Unusable(new Reason("The field '" + field + "' of the secret is not text.", REMEDY));
        }
        try {
            return new Outcome.Found(ApiKey.parse(value.get().asString()), secret.revision());
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(new Reason(e.getMessage(), REMEDY));
        }
    }
}
