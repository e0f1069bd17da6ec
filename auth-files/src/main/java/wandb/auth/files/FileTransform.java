package wandb.auth.files;

import java.util.Optional;

/**
 * Works out what a file is to hold. It is asked again where the file changed in the meantime, so it must not do anything else.
 *
 * @param <T> what it answers besides
 */
@FunctionalInterface
public interface FileTransform<T> {

    /**
     * The change to make.
     *
     * @param present what the file holds; empty if there is no file
     */
    Change<T> edit(Optional<FileContent> present);
}
