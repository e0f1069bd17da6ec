package wandb.auth.config;

import java.util.HashMap;
import java.util.Map;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * The sections {@code [netrc api.wandb.ai]} in which the first edition noted the profiles that were switched to. They are
 * read once, whatever they hold, and removed.
 */
final class FormerSwitchSections {

    private static final String PREFIX = "netrc ";
    private static final String PROFILES = "profiles";

    private FormerSwitchSections() {}

    static boolean isNamed(String section) {
        return section.startsWith(PREFIX);
    }

    /** What is noted for each machine. */
    static Map<String, String> read(AuthFileContent content) {
        Map<String, String> noted = new HashMap<>();
        if (content instanceof AuthFileContent.Understood file) {
            for (String section : file.ini().headings().keySet()) {
                if (isNamed(section)) {
                    noted.put(section.substring(PREFIX.length()).strip(), profiles(section, file.ini()));
                }
            }
        }
        return noted;
    }

    private static String profiles(String section, IniFile file) {
        try {
            IniValue profiles = file.section(section).orElse(Map.of()).get(PROFILES);
            return profiles == null ? "" : profiles.text();
        } catch (IniException e) {
            return "";
        }
    }

    static IniFile removedFrom(IniFile file) {
        IniFile without = file;
        for (String section : file.headings().keySet()) {
            if (isNamed(section)) {
                without = without.without(section);
            }
        }
        return without;
    }
}
