package wandb.auth.config;

import java.util.HashMap;
import java.util.Map;
import wandb.auth.config.file.AuthIni;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * The sections {@code [netrc api.wandb.ai]} in which the first edition noted the profiles that were switched to. They are
 * read once, whatever they hold, and removed.
 */
final class FormerSwitchSections {

    private static final String PREFIX = AuthIniSchema.FORMER_SWITCH_PREFIX;
    private static final String PROFILES = "profiles";

    private FormerSwitchSections() {}

    /** What is noted for each machine. */
    static Map<String, String> read(Parsed<AuthIni> content) {
        Map<String, String> noted = new HashMap<>();
        if (content instanceof Valid<AuthIni> file) {
            for (String section : file.value().headings().keySet()) {
                if (section.startsWith(PREFIX)) {
                    IniValue profiles = file.value().section(section).get(PROFILES);
                    noted.put(section.substring(PREFIX.length()).strip(), profiles == null ? "" : profiles.text());
                }
            }
        }
        return noted;
    }

    static IniFile removedFrom(IniFile file) {
        IniFile without = file;
        for (String section : file.headings().keySet()) {
            if (section.startsWith(PREFIX)) {
                without = without.without(section);
            }
        }
        return without;
    }
}
