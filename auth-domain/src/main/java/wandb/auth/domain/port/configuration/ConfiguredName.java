package wandb.auth.domain.port.configuration;

import java.util.Optional;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;

/**
 * A profile's name as somebody configured it, not validated yet.
 *
 * @param text the name as written
 * @param origin what kind of place it was written in
 * @param location the place itself
 */
public record ConfiguredName(String text, ProfileOrigin origin, Location location) {

    /** The profile of that name, or what is wrong with the name. */
    Parsed<ProfileChoice> choice() {
        try {
            return new Parsed.Valid<>(new ProfileChoice(new Profile(text), origin, Optional.of(location)));
        } catch (InvalidProfileException e) {
            return new Parsed.Invalid<>(location, new Reason(e.getMessage(), Messages.CORRECT_OR_NAME_PROFILE));
        }
    }
}
