package wandb.auth.domain.port.configuration;

import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/**
 * What a file or a variable says: a value, or why it cannot be relied on.
 *
 * @param <T> the type of the value
 */
public sealed interface Parsed<T> {

    /**
     * The file can be relied on, or is absent.
     *
     * @param value what it says
     * @param <T> the type of the value
     */
    record Valid<T>(T value) implements Parsed<T> {}

    /**
     * The file cannot be read or understood, or somebody else could have written it.
     *
     * @param location the file, and its line if one is to blame
     * @param reason why, and what to do
     * @param <T> the type of the value that is unknown
     */
    record Invalid<T>(Location location, Reason reason) implements Parsed<T> {}
}
