package wandb.auth.files.ownership;

import java.nio.file.Path;

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
}
