package wandb.auth.config;

import java.util.HashMap;
import java.util.Map;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.StoreSettings;
import wandb.auth.files.ini.IniProblem;
import wandb.auth.files.ini.IniValue;

/**
 * The sections {@code [store.ID]} of both files. A file that cannot be relied on gives none: the policy, which is read
 * first, says so and ends the run.
 */
public final class FileStoreSettings implements StoreSettings {

    private final AuthFiles files;

    /** The settings of this machine and its user. */
    public FileStoreSettings() {
        this(new AuthFiles());
    }

    FileStoreSettings(AuthFiles files) {
        this.files = files;
    }

    @Override
    public Map<SourceId, Map<String, String>> read(Environment environment) {
        Map<SourceId, Map<String, String>> settings = new HashMap<>();
        add(settings, AuthFiles.users(environment));
        add(settings, files.administrators(environment));
        return settings;
    }

    private static void add(Map<SourceId, Map<String, String>> settings, AuthFileContent content) {
        if (!(content instanceof Understood file)) {
            return;
        }
        for (String heading : file.ini().headings().keySet()) {
            if (heading.startsWith(SectionNames.STORE_PREFIX)) {
                SourceId id = new SourceId(heading.substring(SectionNames.STORE_PREFIX.length()));
                Map<String, String> store = settings.computeIfAbsent(id, unknown -> new HashMap<>());
                for (Map.Entry<String, IniValue> value : values(file, heading).entrySet()) {
                    store.put(value.getKey(), value.getValue().text());
                }
            }
        }
    }

    private static Map<String, IniValue> values(Understood file, String heading) {
        try {
            return file.ini().section(heading).orElse(Map.of());
        } catch (IniProblem e) {
            return Map.of();
        }
    }
}
