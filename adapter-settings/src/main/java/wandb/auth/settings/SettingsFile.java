package wandb.auth.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.ConfigFolder;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileProblem;
import wandb.auth.files.SharedFile;

/** A settings file on disk. */
final class SettingsFile {

    private final Path path;

    SettingsFile(Path path) {
        this.path = path;
    }

    SettingsContent read() {
        try {
            return content(new SharedFile(path).read());
        } catch (FileProblem e) {
            return hasFileAbove()
                    ? new SettingsContent.Missing(new Location.File(path))
                    : new SettingsContent.Broken(new Location.File(e.path()), reason(e));
        }
    }

    private SettingsContent content(Optional<FileContent> present) {
        return present.isPresent()
                ? SettingsContent.of(path, present.get().bytes(), present.get().mode())
                : new SettingsContent.Missing(new Location.File(path));
    }

    /** The user's own settings file. */
    static Path in(ConfigFolder.At folder) {
        return folder.path().resolve("settings");
    }

    /** Whether it could be written, its directory made where there is none; nothing is changed. */
    void checkWritable() throws FileProblem {
        shared().checkReplaceable();
    }

    /**
     * Makes the change, in a file and a directory of the user's own where there are none.
     *
     * @return what the file says then; what it said before where it could not be understood and so was not changed
     * @throws FileProblem where the file could not be read or replaced
     */
    SettingsContent edit(EditLock lock, ServerEdit edit) throws FileProblem {
        return shared().<SettingsContent>edit(lock, present -> change(present, edit))
                .answer();
    }

    private SharedFile shared() {
        return new SharedFile(path).keepingRights().makingItsFolder();
    }

    private Change<SettingsContent> change(Optional<FileContent> present, ServerEdit edit) {
        SettingsContent before = content(present);
        SettingsContent after = edit.of(path, before);
        return after instanceof SettingsContent.Understood understood && !after.equals(before)
                ? Change.to(understood.ini().bytes(), after)
                : Change.none(after);
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

    static Reason reason(FileProblem problem) {
        return new Reason("It " + problem.predicate() + ".", problem.kind().remedy());
    }
}
