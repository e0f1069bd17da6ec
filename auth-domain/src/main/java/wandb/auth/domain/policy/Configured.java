package wandb.auth.domain.policy;

import java.util.Optional;
import wandb.auth.domain.Location;

/**
 * A choice, and who made it.
 *
 * @param value what was chosen
 * @param setAt where an administrator or user set it; empty for this program's own choice
 * @param <T> what is chosen
 */
public record Configured<T>(T value, Optional<Location> setAt) {

    /** What this program chooses where nobody else does. */
    public static <T> Configured<T> builtIn(T value) {
        return new Configured<>(value, Optional.empty());
    }
}
