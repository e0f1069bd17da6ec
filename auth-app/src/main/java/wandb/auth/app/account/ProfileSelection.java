package wandb.auth.app.account;

import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.configuration.ConfiguredName;

/** Chooses the profile where the command line names none: what is configured, else the default one. */
public final class ProfileSelection {

    private final Parsed<Optional<ConfiguredName>> profile;

    /** Chooses what is configured. */
    public ProfileSelection(Parsed<Optional<ConfiguredName>> profile) {
        this.profile = profile;
    }

    /** The profile that is meant, or why that is unknown. */
    public Selected configured() {
        return switch (profile) {
            case Valid<Optional<ConfiguredName>> valid ->
                valid.value().isPresent() ? parse(valid.value().get()) : new Selected.Chosen(ProfileChoice.NONE);
            case Invalid<Optional<ConfiguredName>> invalid -> invalid(invalid.location(), invalid.reason());
        };
    }

    private static Selected parse(ConfiguredName name) {
        try {
            return new Selected.Chosen(
                    new ProfileChoice(new Profile(name.text()), name.origin(), Optional.of(name.location())));
        } catch (InvalidProfileException e) {
            return invalid(name.location(), new Reason(e.getMessage(), Messages.CORRECT_IT));
        }
    }

    private static Selected invalid(Location location, Reason reason) {
        return new Selected.Invalid(location, Messages.unknownProfile(reason));
    }

    /** The profile, or why there is none. */
    public sealed interface Selected {

        /**
         * A profile.
         *
         * @param choice the profile and how it came to be chosen
         */
        record Chosen(ProfileChoice choice) implements Selected {}

        /**
         * The configured name is invalid, or which one is meant is unknown.
         *
         * @param location where it was to be found
         * @param reason what is wrong there, and what to do
         */
        record Invalid(Location location, Reason reason) implements Selected {}
    }
}
