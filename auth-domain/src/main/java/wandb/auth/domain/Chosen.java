package wandb.auth.domain;

import java.util.Optional;

/**
 * A choice, and who made it.
 *
 * @param value what was chosen
 * @param setAt where an administrator or user set it; empty for this program's own choice
 * @param <T> what is chosen
 */
public record Chosen<T>(T value, Optional<Location> setAt) {

    /** What this program chooses where nobody else does. */
    public static <T> Chosen<T> builtIn(T value) {
        return new Chosen<>(value, Optional.empty());
    }
}
