package wandb.auth.config;

import java.util.List;
import java.util.Map;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.SourceId;
import wandb.auth.files.ini.IniException;

/** The sections that an {@code auth.ini} may have: any other may be one that somebody mistyped, so it is refused. */
final class AuthIniSchema {

    /** Holds the rules. */
    static final String POLICY = "policy";

    /** Begins the name of a section with the settings of a store, which ends in its id. */
    static final String STORE_PREFIX = "store.";

    /** Begins the name of a section in which the first edition noted what was switched to in the netrc file. */
    static final String FORMER_SWITCH_PREFIX = "netrc ";

    /** What a list of ids says that is meant to be empty. */
    static final String NONE = "none";

    private AuthIniSchema() {}

    /** Checks the sections of a file that is the user's or else the administrator's. */
    static void check(AuthIni file, boolean isUsers) throws IniException {
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            check(heading.getKey(), heading.getValue(), isUsers);
        }
    }

    /** Checks one section of such a file. */
    static void check(String name, int line, boolean isUsers) throws IniException {
        boolean isOfAccount = AccountSection.isNamed(name);
        boolean isOfProfile = name.equals(LoginSection.NAME) || name.startsWith(FORMER_SWITCH_PREFIX);
        if (name.startsWith(STORE_PREFIX)) {
            checkId(name.substring(STORE_PREFIX.length()), line);
        } else if (isOfAccount && !isUsers) {
            throw AuthIni.problem(line, Messages.accountOfAdministrator());
        } else if (isOfProfile && !isUsers) {
            throw AuthIni.problem(line, Messages.profileOfAdministrator());
        } else if (!name.equals(POLICY) && !isOfProfile && !isOfAccount) {
            throw AuthIni.problem(line, Messages.noSection(name, List.of(POLICY, LoginSection.NAME)));
        }
    }

    private static void checkId(String id, int line) throws IniException {
        try {
            new SourceId(id);
        } catch (IllegalArgumentException e) {
            throw AuthIni.problem(line, Messages.noStoreId(id));
        }
    }

    /** The id that an option names. */
    static SourceId id(String option, String text, int line) throws IniException {
        try {
            if (!text.equals(NONE)) {
                return new SourceId(text);
            }
        } catch (IllegalArgumentException e) {
            throw AuthIni.problem(line, Messages.noId(option, text));
        }
        throw AuthIni.problem(line, Messages.noId(option, text));
    }
}
