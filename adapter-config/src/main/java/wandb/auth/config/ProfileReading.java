package wandb.auth.config;

import java.util.Optional;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.config.file.WorkspaceFile;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.configuration.ConfiguredName;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;

/** The profile that {@code WANDB_PROFILE} names, else the workspace's file, else the user's. */
final class ProfileReading {

    private static final String VARIABLE = "WANDB_PROFILE";

    private ProfileReading() {}

    static Parsed<Optional<ConfiguredName>> profile(Environment environment, AuthFileContent user) {
        Optional<String> named = environment.variable(VARIABLE);
        if (named.isPresent()) {
            return new Valid<>(Optional.of(
                    new ConfiguredName(named.get(), ProfileOrigin.VARIABLE, new Location.Variable(VARIABLE))));
        }
        Optional<WorkspaceFile> workspace = WorkspaceFile.nearest(environment);
        if (workspace.isPresent()) {
            Parsed<Optional<ConfiguredName>> here = configured(workspace.get().read(), ProfileOrigin.WORKSPACE_FILE);
            if (!here.equals(new Valid<>(Optional.empty()))) {
                return here;
            }
        }
        return configured(user, ProfileOrigin.USER_FILE);
    }

    private static Parsed<Optional<ConfiguredName>> configured(AuthFileContent content, ProfileOrigin origin) {
        return switch (content) {
            case Missing missing -> new Valid<>(Optional.empty());
            case Broken broken -> new Invalid<>(broken.location(), broken.reason());
            case Understood file -> configured(file, origin);
        };
    }

    private static Parsed<Optional<ConfiguredName>> configured(Understood file, ProfileOrigin origin) {
        try {
            if (origin == ProfileOrigin.WORKSPACE_FILE) {
                LoginSection.checkIsAlone(file.ini());
            }
            Optional<IniValue> profile = LoginSection.profile(file.ini());
            return new Valid<>(profile.map(
                    value -> new ConfiguredName(value.text(), origin, new Location.File(file.path(), value.line()))));
        } catch (PolicySyntaxException e) {
            return new Invalid<>(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniException e) {
            return new Invalid<>(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
