package wandb.auth.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileMode;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * What a settings file says; one that is absent says nothing.
 *
 * @param place the file, or where it would be
 * @param held what it holds; empty if it is absent
 * @param values the values that the SDK takes from it
 */
record SettingsContent(Location place, Optional<Held> held, Map<String, IniValue> values) {

    /**
     * What a file that is there holds.
     *
     * @param mode who may read it
     */
    record Held(IniFile ini, FileMode mode) {}

    /** The one section that the SDK reads and writes. */
    static final String SECTION = "default";

    static final String BASE_URL = "base_url";
    static final String API_KEY = "api_key";

    /** That there is no file. */
    static Parsed<SettingsContent> absent(Location place) {
        return new Valid<>(new SettingsContent(place, Optional.empty(), Map.of()));
    }

    /** What a file of this content says; of none, one that is absent. */
    static Parsed<SettingsContent> of(Path path, Optional<FileContent> content) {
        if (content.isEmpty()) {
            return absent(new Location.File(path));
        }
        try {
            return of(
                    path,
                    new Held(IniFile.parse(content.get().bytes()), content.get().mode()));
        } catch (IniException e) {
            return invalid(path, e);
        }
    }

    /** What a file says; invalid where the values of the SDK's section cannot be told. */
    static Parsed<SettingsContent> of(Path path, Held held) {
        try {
            Map<String, IniValue> values = held.ini().section(SECTION).orElse(Map.of());
            return new Valid<>(new SettingsContent(new Location.File(path), Optional.of(held), values));
        } catch (IniException e) {
            return invalid(path, e);
        }
    }

    private static Parsed<SettingsContent> invalid(Path path, IniException problem) {
        return new Invalid<>(new Location.File(path, problem.line()), new Reason(problem.problem(), problem.remedy()));
    }

    /** The value of an option; empty if nothing sets it. */
    Optional<IniValue> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The path of a file that is not absent. */
    Path path() {
        return ((Location.File) place).path();
    }

    Location locationOf(IniValue value) {
        return new Location.File(path(), value.line());
    }
}
