package wandb.auth.config;

import java.util.Map;
import java.util.Optional;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;

/** The section {@code [login]}: what a run is for where its command line does not say. */
final class LoginSection {

    static final String NAME = "login";

    private static final String PROFILE = "profile";

    private LoginSection() {}

    /** The profile that a file chooses. */
    static Parsed<ProfileChoice> profile(Parsed<AuthIni> content, ProfileOrigin origin) {
        return switch (content) {
            case Valid<AuthIni> file -> profile(file.value(), origin);
            case Invalid<AuthIni> unknown -> unknown.passedOn();
        };
    }

    private static Parsed<ProfileChoice> profile(AuthIni file, ProfileOrigin origin) {
        try {
            if (origin == ProfileOrigin.WORKSPACE_FILE) {
                checkIsAlone(file);
            }
            Map<String, IniValue> values = file.section(NAME);
            checkIsProfile(values);
            IniValue name = values.get(PROFILE);
            return name == null
                    ? new Valid<>(ProfileChoice.NONE)
                    : choice(name.text(), origin, new Location.File(file.path(), name.line()));
        } catch (IniException e) {
            return AuthIni.invalid(file.path(), e);
        }
    }

    /** Whoever can put a file into a workspace chooses a profile by it, and nothing else. */
    private static void checkIsAlone(AuthIni file) throws IniException {
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            if (!heading.getKey().equals(NAME)) {
                throw AuthIni.problem(heading.getValue(), Messages.onlyProfileInWorkspace(heading.getKey()));
            }
        }
    }

    private static void checkIsProfile(Map<String, IniValue> values) throws IniException {
        for (Map.Entry<String, IniValue> value : values.entrySet()) {
            if (!value.getKey().equals(PROFILE)) {
                throw AuthIni.problem(value.getValue().line(), Messages.noLoginSetting(value.getKey()));
            }
        }
    }

    /** The choice of the profile that is named there. */
    static Parsed<ProfileChoice> choice(String name, ProfileOrigin origin, Location location) {
        try {
            return new Valid<>(new ProfileChoice(new Profile(name), origin, Optional.of(location)));
        } catch (InvalidProfileException e) {
            return new Invalid<>(location, new Reason(e.getMessage(), Messages.CORRECT_IT));
        }
    }
}
