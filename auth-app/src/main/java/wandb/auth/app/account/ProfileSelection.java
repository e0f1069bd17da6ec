package wandb.auth.app.account;

import wandb.auth.app.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.ProfileChoice;

/** Chooses the profile where the command line names none: what is configured, else the default one. */
public final class ProfileSelection {

    private final Parsed<ProfileChoice> profile;

    /** Chooses what is configured. */
    public ProfileSelection(Parsed<ProfileChoice> profile) {
        this.profile = profile;
    }

    /** The profile that is meant, or why that is unknown. */
    public Selected configured() {
        return switch (profile) {
            case Valid<ProfileChoice> known -> new Selected.Chosen(known.value());
            case Invalid<ProfileChoice> unknown ->
                new Selected.Invalid(unknown.location(), Messages.unknownProfile(unknown.reason()));
        };
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
