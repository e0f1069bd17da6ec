package wandb.auth.config;

import java.util.HashMap;
import java.util.Map;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.domain.SourceId;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;

/**
 * The sections {@code [store.ID]} of two files that make a policy.
 *
 * <p>Where there is an administrator's file, only it can vouch for a store: a user's word would undo the administrator's rule
 * about the least protection.
 */
final class StoreSections {

    /** The setting that vouches for a store. */
    private static final String PROTECTION = "protection";

    private StoreSections() {}

    static Map<SourceId, Map<String, String>> settings(AuthFileContent system, AuthFileContent user) {
        Map<SourceId, Map<String, String>> settings = settings(user);
        if (!(system instanceof AuthFileContent.Missing)) {
            for (Map<String, String> store : settings.values()) {
                store.remove(PROTECTION);
            }
        }
        add(settings, system);
        return settings;
    }

    private static void add(Map<SourceId, Map<String, String>> settings, AuthFileContent content) {
        if (!(content instanceof Understood file)) {
            return;
        }
        for (String heading : file.ini().headings().keySet()) {
            if (heading.startsWith(AuthIniSchema.STORE_PREFIX)) {
                SourceId id = new SourceId(heading.substring(AuthIniSchema.STORE_PREFIX.length()));
                Map<String, String> store = of(id, settings);
                for (Map.Entry<String, IniValue> value : values(file, heading).entrySet()) {
                    store.put(value.getKey(), value.getValue().text());
                }
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

    /** The settings that one file has. */
    static Map<SourceId, Map<String, String>> settings(AuthFileContent content) {
        Map<SourceId, Map<String, String>> settings = new HashMap<>();
        add(settings, content);
        return settings;
    }

    private static Map<String, IniValue> values(Understood file, String heading) {
        try {
            return file.ini().section(heading).orElse(Map.of());
        } catch (IniException e) {
            return Map.of();
        }
    }
}
