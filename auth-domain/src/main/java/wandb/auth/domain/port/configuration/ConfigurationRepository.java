package wandb.auth.domain.port.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;

/** Reads the files {@code auth.ini}, and changes the user's. */
public interface ConfigurationRepository {

    /** What the files say, each opened once; never an exception. */
    Configuration read(Environment environment);

    /**
     * Makes the change and reads it back. The file is not opened if {@code before} says so already; otherwise the change is
     * made to what the file holds under the lock.
     *
     * @param before what was read in this run
     * @return the configuration with the change, or why the file is unchanged
     */
    Parsed<Configuration> change(Environment environment, Configuration before, ConfigurationChange change);

    /**
     * Judges a file as the administrator's policy. Nothing of it is put in force; its owner and mode are only noted.
     *
     * @param file the file, by any path
     */
    PolicyDraft judge(Environment environment, Path file);

    /** What would keep a change from being made, judged without making one; empty if nothing would. */
    Optional<Complaint> obstacle(Environment environment);

    /**
     * The stores that accounts were noted with before their present ones, as far as no key was erased from them since. They are
     * in a file of their own, which is opened for this only.
     */
    Parsed<List<KeyPlace>> earlierPlaces(Environment environment);

    /** Forgets these of them after the keys were erased there, in one change; why the file is unchanged if that fails. */
    Optional<Complaint> forgetEarlierPlaces(Environment environment, List<KeyPlace> places);
}
