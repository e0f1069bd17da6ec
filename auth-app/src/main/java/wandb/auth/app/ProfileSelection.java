package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.ProfileChoice;
import wandb.auth.domain.ProfileSettings;
import wandb.auth.domain.Reason;

/** Chooses the profile where the command line names none: what is configured, else the default one. */
public final class ProfileSelection {

    private final ProfileSettings settings;
    private final Environment environment;

    /** Chooses for this process. */
    public ProfileSelection(ProfileSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** The profile that is meant, or why nobody can tell. */
    public Selected configured() {
        return switch (settings.profile(environment)) {
            case ProfileSettings.ConfiguredName name -> parse(name);
            case ProfileSettings.NotConfigured none -> new Selected.Chosen(ProfileChoice.NONE);
            case ProfileSettings.Unreadable unreadable ->
                invalid(
                        unreadable.location(),
                        unreadable.reason().problem(),
                        unreadable.reason().remedy());
        };
    }

    private static Selected parse(ProfileSettings.ConfiguredName name) {
        try {
            return new Selected.Chosen(
                    new ProfileChoice(new Profile(name.text()), name.origin(), Optional.of(name.location())));
        } catch (InvalidProfileException e) {
            return invalid(name.location(), e.getMessage(), "Correct it.");
        }
    }

    private static Selected invalid(Location location, String problem, String remedy) {
        return new Selected.Invalid(location, new Reason(problem, remedy + " Or name the profile with --profile."));
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
         * The name that is configured is none, or nobody knows which one is meant.
         *
         * @param location where it was to be found
         * @param reason what is wrong there, and what to do
         */
        record Invalid(Location location, Reason reason) implements Selected {}
    }
}
