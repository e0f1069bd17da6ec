package wandb.auth.config;

import java.util.HashMap;
import java.util.Map;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.Environment;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.StoreSettings;
import wandb.auth.files.ini.IniProblem;
import wandb.auth.files.ini.IniValue;

/**
 * The sections {@code [store.ID]} of both files, and for the netrc store which profiles were switched to. A file that cannot be
 * relied on gives none: the policy, which is read first, says so and ends the run.
 *
 * <p>Where there is an administrator's file, only it can vouch for a store: a user's word would undo the administrator's rule
 * about the least protection.
 */
public final class FileStoreSettings implements StoreSettings {

    /** The setting that vouches for a store. */
    private static final String PROTECTION = "protection";

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
        AuthFileContent users = AuthFiles.users(environment);
        AuthFileContent administrators = files.administrators(environment);
        add(settings, users);
        addSwitches(settings, users);
        if (!(administrators instanceof AuthFileContent.Missing)) {
            settings.values().forEach(store -> store.remove(PROTECTION));
        }
        add(settings, administrators);
        return settings;
    }

    private static void add(Map<SourceId, Map<String, String>> settings, AuthFileContent content) {
        if (!(content instanceof Understood file)) {
            return;
        }
        for (String heading : file.ini().headings().keySet()) {
            if (heading.startsWith(SectionNames.STORE_PREFIX)) {
                SourceId id = new SourceId(heading.substring(SectionNames.STORE_PREFIX.length()));
                Map<String, String> store = of(id, settings);
                for (Map.Entry<String, IniValue> value : values(file, heading).entrySet()) {
                    store.put(value.getKey(), value.getValue().text());
                }
            }
        }
    }

    /** The netrc store gets the switches of each machine as a setting of its own. */
    private static void addSwitches(Map<SourceId, Map<String, String>> settings, AuthFileContent content) {
        if (!(content instanceof Understood file)) {
            return;
        }
        for (String heading : file.ini().headings().keySet()) {
            IniValue profiles =
                    SwitchSection.isNamed(heading) ? values(file, heading).get(SwitchSection.PROFILES) : null;
            if (profiles != null) {
                of(ResolutionPolicy.NETRC, settings)
                        .put(SwitchSection.PROFILES + " " + new SwitchSection(heading).machine(), profiles.text());
            }
        }
    }

    private static Map<String, String> of(SourceId id, Map<SourceId, Map<String, String>> settings) {
        Map<String, String> store = settings.get(id);
        if (store == null) {
            store = new HashMap<>();
            settings.put(id, store);
        }
        return store;
    }

    private static Map<String, IniValue> values(Understood file, String heading) {
        try {
            return file.ini().section(heading).orElse(Map.of());
        } catch (IniProblem e) {
            return Map.of();
        }
    }
}
