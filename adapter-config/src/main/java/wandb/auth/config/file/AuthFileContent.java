package wandb.auth.config.file;

import java.nio.file.Path;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ownership.Violation;

/** What an {@code auth.ini} says. */
public sealed interface AuthFileContent {

    /** There is no file. */
    record Missing() implements AuthFileContent {}

    /**
     * There is one that cannot be read or relied on.
     *
     * @param location the file and, where it is known, the line
     * @param reason why, and what to do
     */
    record Broken(Location location, Reason reason) implements AuthFileContent {

        static Broken by(Violation breach) {
            return new Broken(new Location.File(breach.path()), new Reason(breach.problem(), breach.remedy()));
        }
    }

    /**
     * There is one.
     *
     * @param path the file
     * @param ini what it holds
     */
    record Understood(Path path, IniFile ini) implements AuthFileContent {}

    /** What the bytes of a file say. */
    static AuthFileContent of(Path path, byte[] bytes) {
        try {
            return new Understood(path, IniFile.parseRaw(bytes));
        } catch (IniException e) {
            return new Broken(new Location.File(path, e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
