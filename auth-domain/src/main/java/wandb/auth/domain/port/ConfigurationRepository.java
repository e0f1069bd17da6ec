package wandb.auth.domain.port;

import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/** Reads the files {@code auth.ini}, and changes the user's. */
public interface ConfigurationRepository {

    /** What the files say, each opened once; never an exception. */
    Configuration read(Environment environment);

    /**
     * Makes the change and reads it back. The file is not opened if {@code before} says so already; otherwise the change is
     * made to what the file holds under the lock.
     *
     * @param before what was read in this run
     */
    Changed change(Environment environment, Configuration before, ConfigurationChange change);

    /** The result of a change. */
    sealed interface Changed {}

    /**
     * The file says so now.
     *
     * @param now the configuration with the change
     */
    record Done(Configuration now) implements Changed {}

    /**
     * It failed; the file is unchanged.
     *
     * @param location the file
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Changed {}
}
