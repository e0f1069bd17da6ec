package wandb.auth.config;

import java.util.List;
import java.util.Map;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.SourceId;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;

/** The sections that an {@code auth.ini} may have: any other may be one that somebody mistyped, so it is refused. */
final class AuthIniSchema {

    /** Holds the rules. */
    static final String POLICY = "policy";

    /** Begins the name of a section with the settings of a store, which ends in its id. */
    static final String STORE_PREFIX = "store.";

    private AuthIniSchema() {}

    static void check(IniFile file, ConfigScope author) throws PolicySyntaxException, IniException {
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            check(heading.getKey(), heading.getValue(), author);
        }
    }

    /** Checks one section of a file that this one writes. */
    static void check(String name, int line, ConfigScope author) throws PolicySyntaxException {
        if (name.startsWith(STORE_PREFIX)) {
            checkId(name.substring(STORE_PREFIX.length()), line);
        } else if (AccountSection.isNamed(name) && author == ConfigScope.ADMINISTRATOR) {
            throw new PolicySyntaxException(line, Messages.accountOfAdministrator());
        } else if (isUsers(name) && author == ConfigScope.ADMINISTRATOR) {
            throw new PolicySyntaxException(line, Messages.profileOfAdministrator());
        } else if (!name.equals(POLICY) && !isUsers(name) && !AccountSection.isNamed(name)) {
            throw new PolicySyntaxException(line, Messages.noSection(name, List.of(POLICY, LoginSection.NAME)));
        }
    }

    private static boolean isUsers(String name) {
        return name.equals(LoginSection.NAME) || FormerSwitchSections.isNamed(name);
    }

    private static void checkId(String id, int line) throws PolicySyntaxException {
        try {
            new SourceId(id);
        } catch (IllegalArgumentException e) {
            throw new PolicySyntaxException(line, Messages.noStoreId(id));
        }
    }
}
