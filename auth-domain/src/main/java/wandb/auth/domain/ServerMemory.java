package wandb.auth.domain;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the choice of a server for later runs, those of the SDK too. A port that only a room of this project fills.
 *
 * <p>The public cloud under its documented name is kept by forgetting every other choice, as the SDK does.
 */
public interface ServerMemory {

    /** What would keep the choice from being remembered, judged without changing anything; empty where nothing does. */
    Optional<Failed> obstacle(Environment environment, Host host);

    /** The server that was chosen for later runs; empty where none was, or where nobody can tell. */
    Optional<Host> remembered(Environment environment);

    /** Remembers the choice and reads it back. */
    Remembered remember(Environment environment, Host host);

    /** What came of remembering. */
    sealed interface Remembered {}

    /**
     * The next run is for this server, unless something stronger names another.
     *
     * @param changed the places that were changed; none where they said so already
     */
    record Kept(List<Location> changed) implements Remembered {
        public Kept {
            changed = List.copyOf(changed);
        }
    }

    /**
     * It did not work; the place that is named was not changed.
     *
     * @param location the place
     * @param reason why, and what to do
     */
    record Failed(Location location, Reason reason) implements Remembered {}
}
