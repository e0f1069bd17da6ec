package wandb.auth.files;

import java.util.Optional;

/**
 * The result of an edit.
 *
 * @param answer the editor's own answer
 * @param created whether there was no file before
 * @param tightenedFrom the permissions before, where group or others had rights that were taken away
 * @param inPlace whether the file was overwritten, since it could not be replaced
 * @param <T> the type of the answer
 */
public record EditResult<T>(T answer, boolean created, Optional<FileMode> tightenedFrom, boolean inPlace) {

    /** Whether more than the text changed. */
    public boolean hasSideEffects() {
        return created || tightenedFrom.isPresent() || inPlace;
    }
}
