package wandb.auth.config;

import java.util.Map;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.ini.IniException;

/** Puts the policy together: the administrator's rules, then the user's. */
final class PolicyLoader {

    private PolicyLoader() {}

    static Parsed<ResolutionPolicy> policy(AuthFileContent system, AuthFileContent user) {
        return switch (with(ResolutionPolicy.documented(), system, ConfigScope.ADMINISTRATOR)) {
            case Valid<ResolutionPolicy> valid -> with(valid.value(), user, ConfigScope.USER);
            case Invalid<ResolutionPolicy> invalid -> invalid;
        };
    }

    private static Parsed<ResolutionPolicy> with(ResolutionPolicy before, AuthFileContent content, ConfigScope author) {
        return switch (content) {
            case Missing missing -> new Valid<>(before);
            case Broken broken -> new Invalid<>(broken.location(), broken.reason());
            case Understood file -> with(before, file, author);
        };
    }

    private static Parsed<ResolutionPolicy> with(ResolutionPolicy before, Understood file, ConfigScope author) {
        try {
            AuthIniSchema.check(file.ini(), author);
            PolicyParser rules = new PolicyParser(
                    file.path(), file.ini().section(AuthIniSchema.POLICY).orElse(Map.of()), author);
            return new Valid<>(rules.addedTo(before));
        } catch (PolicySyntaxException e) {
            return new Invalid<>(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniException e) {
            return new Invalid<>(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
