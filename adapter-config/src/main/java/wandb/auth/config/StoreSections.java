package wandb.auth.config;

import java.util.HashMap;
import java.util.Map;
import wandb.auth.config.file.AuthIni;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Valid;
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

    static Map<SourceId, Map<String, String>> settings(Parsed<AuthIni> system, Parsed<AuthIni> user) {
        Map<SourceId, Map<String, String>> settings = settings(user);
        if (!(system instanceof Valid<AuthIni> file) || file.value().ini().isPresent()) {
            for (Map<String, String> store : settings.values()) {
                store.remove(PROTECTION);
            }
        }
        add(settings, system);
        return settings;
    }

    /** The settings that one file has. */
    static Map<SourceId, Map<String, String>> settings(Parsed<AuthIni> content) {
        Map<SourceId, Map<String, String>> settings = new HashMap<>();
        add(settings, content);
        return settings;
    }

    private static void add(Map<SourceId, Map<String, String>> settings, Parsed<AuthIni> content) {
        if (!(content instanceof Valid<AuthIni> file)) {
            return;
        }
        for (String heading : file.value().headings().keySet()) {
            if (heading.startsWith(AuthIniSchema.STORE_PREFIX)) {
                SourceId id = new SourceId(heading.substring(AuthIniSchema.STORE_PREFIX.length()));
                Map<String, String> store = settings.computeIfAbsent(id, none -> new HashMap<>());
                for (Map.Entry<String, IniValue> value :
                        file.value().section(heading).entrySet()) {
                    store.put(value.getKey(), value.getValue().text());
                }
            }
        }
    }
}
