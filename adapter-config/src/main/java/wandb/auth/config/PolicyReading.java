package wandb.auth.config;

import java.util.Map;
import wandb.auth.config.AuthFileContent.Broken;
import wandb.auth.config.AuthFileContent.Missing;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.ini.IniProblem;

/** Puts the policy together: the administrator's rules, then the user's. */
final class PolicyReading {

    private PolicyReading() {}

    static Parsed<ResolutionPolicy> policy(AuthFileContent system, AuthFileContent user) {
        return switch (with(ResolutionPolicy.documented(), system, Author.ADMINISTRATOR)) {
            case Valid<ResolutionPolicy> valid -> with(valid.value(), user, Author.USER);
            case Invalid<ResolutionPolicy> invalid -> invalid;
        };
    }

    private static Parsed<ResolutionPolicy> with(ResolutionPolicy before, AuthFileContent content, Author author) {
        return switch (content) {
            case Missing missing -> new Valid<>(before);
            case Broken broken -> new Invalid<>(broken.location(), broken.reason());
            case Understood file -> with(before, file, author);
        };
    }

    private static Parsed<ResolutionPolicy> with(ResolutionPolicy before, Understood file, Author author) {
        try {
            SectionNames.check(file.ini(), author);
            Rules rules = new Rules(
                    file.path(), file.ini().section(SectionNames.POLICY).orElse(Map.of()));
            return new Valid<>(rules.addedTo(before));
        } catch (RuleProblem e) {
            return new Invalid<>(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniProblem e) {
            return new Invalid<>(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
