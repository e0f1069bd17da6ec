package wandb.auth.config;

import java.util.Map;
import java.util.Optional;
import wandb.auth.config.message.Messages;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/** The section {@code [login]}: what a run is for where its command line does not say. */
final class LoginSection {

    static final String NAME = "login";

    private static final String PROFILE = "profile";

    private LoginSection() {}

    /** The profile that is chosen; empty if none is. */
    static Optional<IniValue> profile(IniFile file) throws PolicySyntaxException, IniException {
        Map<String, IniValue> values = file.section(NAME).orElse(Map.of());
        for (Map.Entry<String, IniValue> value : values.entrySet()) {
            if (!value.getKey().equals(PROFILE)) {
                throw new PolicySyntaxException(value.getValue().line(), Messages.noLoginSetting(value.getKey()));
            }
        }
        return Optional.ofNullable(values.get(PROFILE));
    }

    /** Whoever can put a file into a workspace chooses a profile by it, and nothing else. */
    static void checkIsAlone(IniFile file) throws PolicySyntaxException {
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            if (!heading.getKey().equals(NAME)) {
                throw new PolicySyntaxException(heading.getValue(), Messages.onlyProfileInWorkspace(heading.getKey()));
            }
        }
    }
}
