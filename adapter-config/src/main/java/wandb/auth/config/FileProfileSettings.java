package wandb.auth.config;

import java.util.Optional;
import wandb.auth.config.AuthFileContent.Broken;
import wandb.auth.config.AuthFileContent.Missing;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.ProfileOrigin;
import wandb.auth.domain.ProfileSettings;
import wandb.auth.domain.Reason;
import wandb.auth.files.ini.IniProblem;
import wandb.auth.files.ini.IniValue;

/** The profile that {@code WANDB_PROFILE} names, else the workspace's file, else the user's. */
public final class FileProfileSettings implements ProfileSettings {

    private static final String VARIABLE = "WANDB_PROFILE";

    @Override
    public Configured profile(Environment environment) {
        Optional<String> named = environment.variable(VARIABLE);
        if (named.isPresent()) {
            return new ConfiguredName(named.get(), ProfileOrigin.VARIABLE, new Location.Variable(VARIABLE));
        }
        Configured workspace = WorkspaceFile.nearest(environment)
                .map(file -> configured(file.read(), ProfileOrigin.WORKSPACE_FILE))
                .orElseGet(NotConfigured::new);
        return workspace instanceof NotConfigured
                ? configured(AuthFiles.users(environment), ProfileOrigin.USER_FILE)
                : workspace;
    }

    private static Configured configured(AuthFileContent content, ProfileOrigin origin) {
        return switch (content) {
            case Missing missing -> new NotConfigured();
            case Broken broken -> new Unreadable(broken.location(), broken.reason());
            case Understood file -> configured(file, origin);
        };
    }

    private static Configured configured(Understood file, ProfileOrigin origin) {
        try {
            if (origin == ProfileOrigin.WORKSPACE_FILE) {
                LoginSection.checkIsAlone(file.ini());
            }
            Optional<IniValue> profile = LoginSection.profile(file.ini());
            return profile.isPresent()
                    ? new ConfiguredName(
                            profile.get().text(),
                            origin,
                            new Location.File(file.path(), profile.get().line()))
                    : new NotConfigured();
        } catch (RuleProblem e) {
            return new Unreadable(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniProblem e) {
            return new Unreadable(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
