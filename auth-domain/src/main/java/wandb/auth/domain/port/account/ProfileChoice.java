package wandb.auth.domain.port.account;

import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;

/**
 * The profile that a run is for, and how it was chosen.
 *
 * @param location where exactly it is named; empty if nothing names it, and for an option
 */
public record ProfileChoice(Profile profile, ProfileOrigin origin, Optional<Location> location) {

    /** The choice of somebody who names nothing. */
    public static final ProfileChoice NONE =
            new ProfileChoice(Profile.DEFAULT, ProfileOrigin.DEFAULT, Optional.empty());

    /** The choice of somebody who names this profile for this run. */
    public static ProfileChoice named(Profile profile) {
        return new ProfileChoice(profile, ProfileOrigin.OPTION, Optional.empty());
    }

    /** Whether the command line names it. */
    public boolean isNamedByCommandLine() {
        return origin == ProfileOrigin.OPTION;
    }

    /** Whether anything names it, be it the default one. */
    public boolean isMade() {
        return origin != ProfileOrigin.DEFAULT;
    }
}
