package wandb.auth.files.ownership;

import java.nio.file.Path;
import java.util.Optional;

/** Whether a file can be believed. */
public sealed interface Custody permits Violation, Custody.Absent, Custody.Sound {

    /** Nothing has this name. */
    record Absent() implements Custody {}

    /**
     * None but those whom we trust can change it, or put another in its place.
     *
     * @param path the file, without a link on the way to it
     */
    record Sound(Path path) implements Custody {}

    /** The file at the path, unless there is a violation. */
    static Custody of(Path path, Optional<Violation> violation) {
        return violation.isPresent() ? violation.get() : new Sound(path);
    }
}
