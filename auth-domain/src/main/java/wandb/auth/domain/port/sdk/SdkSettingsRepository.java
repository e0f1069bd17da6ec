package wandb.auth.domain.port.sdk;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;

/**
 * Reads the SDK's settings files, and changes the server in them for later runs, those of the SDK too.
 *
 * <p>The public cloud under its documented name is chosen by removing every other choice, as the SDK does, unless the
 * administrator's policy names another server for everybody who names none.
 */
public interface SdkSettingsRepository {

    /** The files that may hold a key, in the order in which they are asked; nothing is opened for this. */
    List<SourceId> sources();

    /** What the files say, each opened once; never an exception. */
    SdkSettings read(Environment environment);

    /**
     * Chooses the server for later runs, and reads that back. No file is opened if {@code before} says so already; otherwise
     * the change is made to what a file holds under the lock.
     *
     * @param before what was read in this run
     * @param unnamed the server of a run for which nothing names one
     * @return the change; the next run is for this server then, unless something stronger names another. Or why the file that is
     *     named was not changed
     */
    Parsed<Kept> remember(Environment environment, SdkSettings before, Host host, Host unnamed);

    /**
     * Takes the option {@code anonymous} out of the user's file, as the SDK does at each login: it has no effect any more, and
     * each run of the SDK warns of it.
     *
     * @param before what was read in this run
     * @return the change, or why it was not made; empty if it is not there
     */
    default Optional<Parsed<Kept>> removeAnonymous(Environment environment, SdkSettings before) {
        return Optional.empty();
    }

    /**
     * The files say so now.
     *
     * @param naming the files that were changed to name the server; none if they said so already
     * @param cleared the files that another server, or an option without effect, was taken out of
     * @param now the settings with the change
     */
    record Kept(List<Location> naming, List<Location> cleared, SdkSettings now) {
        public Kept {
            naming = List.copyOf(naming);
            cleared = List.copyOf(cleared);
        }
    }
}
