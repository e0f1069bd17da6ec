package wandb.auth.domain.port.account;

import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;

/**
 * The profile whose key {@code auth exec} has put into {@code WANDB_API_KEY}: the launcher names it in a variable beside that
 * one, so that a run within is never given one profile's key for another's.
 */
public final class InheritedProfile {

    private static final String VARIABLE = "_WANDB_LOGIN_KEY_PROFILE";

    private InheritedProfile() {}

    /** The profile; empty where the key of the environment, if any, came there by other ways. */
    public static Optional<Profile> in(Environment environment) {
        Optional<String> name = environment.variable(VARIABLE);
        if (name.isEmpty() || environment.variable("WANDB_API_KEY").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Profile(name.get()));
        } catch (InvalidProfileException e) {
            return Optional.empty(); // nothing of ours
        }
    }
}
