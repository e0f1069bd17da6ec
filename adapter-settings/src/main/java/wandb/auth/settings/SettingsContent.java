package wandb.auth.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.files.FileMode;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/** What a settings file says. */
sealed interface SettingsContent {

    /** The one section that the SDK reads and writes. */
    String SECTION = "default";

    String BASE_URL = "base_url";
    String API_KEY = "api_key";

    /**
     * There is no file.
     *
     * @param location where it would be
     */
    record Missing(Location location) implements SettingsContent {}

    /**
     * There is one that cannot be read.
     *
     * @param location the file and, where it is known, the line
     * @param reason why, and what to do
     */
    record Broken(Location location, Reason reason) implements SettingsContent {}

    /**
     * There is one.
     *
     * @param path the file
     * @param ini what it holds
     * @param values the values that the SDK takes from it
     * @param mode who may read it
     */
    record Understood(Path path, IniFile ini, Map<String, IniValue> values, FileMode mode) implements SettingsContent {

        Location locationOf(IniValue value) {
            return new Location.File(path, value.line());
        }
    }

    /** Where it is. */
    default Location place() {
        return switch (this) {
            case Missing missing -> missing.location();
            case Broken broken -> broken.location();
            case Understood understood -> new Location.File(understood.path());
        };
    }

    /** The value of an option; empty if nothing sets it, or nothing can be read. */
    default Optional<IniValue> value(String option) {
        return this instanceof Understood understood
                ? Optional.ofNullable(understood.values().get(option))
                : Optional.empty();
    }

    /** What the bytes of a file say. */
    static SettingsContent of(Path path, byte[] bytes, FileMode mode) {
        try {
            return of(path, IniFile.parse(bytes), mode);
        } catch (IniException e) {
            return new Broken(new Location.File(path, e.line()), new Reason(e.problem(), e.remedy()));
        }
    }

    /** What a file says; broken where the values of the SDK's section cannot be told. */
    static SettingsContent of(Path path, IniFile ini, FileMode mode) {
        try {
            return new Understood(path, ini, ini.section(SECTION).orElse(Map.of()), mode);
        } catch (IniException e) {
            return new Broken(new Location.File(path, e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
