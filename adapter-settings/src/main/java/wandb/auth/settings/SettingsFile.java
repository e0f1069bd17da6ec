package wandb.auth.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;

/** A settings file on disk. */
record SettingsFile(Path path) {

    Parsed<SettingsContent> read() {
        try {
            return SettingsContent.of(path, new SharedFile(path).read());
        } catch (FileException e) {
            return hasFileAbove()
                    ? SettingsContent.absent(new Location.File(path))
                    : new Invalid<>(new Location.File(e.path()), Messages.unusableFile(e));
        }
    }

    /** Whether it could be written, its directory made if there is none; nothing is changed. */
    void checkWritable() throws FileException {
        shared().checkReplaceable();
    }

    /**
     * Makes the change, in a file and a directory of the user's own if they are absent.
     *
     * @throws FileException if the file could not be read or replaced
     */
    <T> T edit(EditLock lock, Function<Parsed<SettingsContent>, Change<T>> editor) throws FileException {
        return shared().<T>edit(lock, present -> editor.apply(SettingsContent.of(path, present)))
                .answer();
    }

    private SharedFile shared() {
        return new SharedFile(path).keepingRights().makingItsFolder();
    }

    /** Where a directory should be there is a file, such as one named {@code wandb}: then there is nothing under it. */
    private boolean hasFileAbove() {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }
}
