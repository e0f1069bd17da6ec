package wandb.auth.app.account;

import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.configuration.ConfiguredName;
import wandb.auth.domain.port.configuration.Parsed;
import wandb.auth.domain.port.configuration.Parsed.Invalid;
import wandb.auth.domain.port.configuration.Parsed.Valid;

/** Chooses the profile where the command line names none: what is configured, else the default one. */
public final class ProfileSelection {

    private final Parsed<Optional<ConfiguredName>> profile;

    /** Chooses what is configured. */
    public ProfileSelection(Parsed<Optional<ConfiguredName>> profile) {
        this.profile = profile;
    }

    /** The profile that is meant, or why that is unknown. */
    public Parsed<ProfileChoice> configured() {
        return switch (profile) {
            case Valid<Optional<ConfiguredName>> valid ->
                valid.value().isPresent() ? parse(valid.value().get()) : new Valid<>(ProfileChoice.NONE);
            case Invalid<Optional<ConfiguredName>> invalid -> invalid(invalid.location(), invalid.reason());
        };
    }

    private static Parsed<ProfileChoice> parse(ConfiguredName name) {
        try {
            return new Valid<>(
                    new ProfileChoice(new Profile(name.text()), name.origin(), Optional.of(name.location())));
        } catch (InvalidProfileException e) {
            return invalid(name.location(), new Reason(e.getMessage(), Messages.CORRECT_IT));
        }
    }

    private static Parsed<ProfileChoice> invalid(Location location, Reason reason) {
        return new Invalid<>(location, Messages.unknownProfile(reason));
    }
}
