package wandb.auth.domain.port.sdk;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;

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
     */
    Remembered remember(Environment environment, SdkSettings before, Host host, Host unnamed);

    /**
     * Takes the option {@code anonymous} out of the user's file, as the SDK does at each login: it has no effect any more, and
     * each run of the SDK warns of it.
     *
     * @param before what was read in this run
     * @return the result; empty if it is not there
     */
    default Optional<Remembered> removeAnonymous(Environment environment, SdkSettings before) {
        return Optional.empty();
    }

    /** The result of a change of the files. */
    sealed interface Remembered {}

    /**
     * The next run is for this server, unless something stronger names another.
     *
     * @param naming the files that were changed to name it; none if they said so already
     * @param cleared the files that another server, or an option without effect, was taken out of
     * @param now the settings with the change
     */
    record Kept(List<Location> naming, List<Location> cleared, SdkSettings now) implements Remembered {
        public Kept {
            naming = List.copyOf(naming);
            cleared = List.copyOf(cleared);
        }
    }

    /**
     * It failed; the file that is named was not changed.
     *
     * @param location the file
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Remembered {}
}
