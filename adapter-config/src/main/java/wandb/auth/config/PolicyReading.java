package wandb.auth.config;

import java.util.Map;
import wandb.auth.config.AuthFileContent.Broken;
import wandb.auth.config.AuthFileContent.Missing;
import wandb.auth.config.AuthFileContent.Understood;
import wandb.auth.domain.AuthPolicy.InForce;
import wandb.auth.domain.AuthPolicy.Policy;
import wandb.auth.domain.AuthPolicy.Unreadable;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.files.ini.IniProblem;

/** Puts the policy together: the administrator's rules, then the user's. */
final class PolicyReading {

    private final AuthFiles files;
    private final Environment environment;

    PolicyReading(AuthFiles files, Environment environment) {
        this.files = files;
        this.environment = environment;
    }

    Policy policy() {
        Policy administrators =
                with(ResolutionPolicy.documented(), files.administrators(environment), Author.ADMINISTRATOR);
        return administrators instanceof InForce inForce
                ? with(inForce.policy(), AuthFiles.users(environment), Author.USER)
                : administrators;
    }

    private static Policy with(ResolutionPolicy before, AuthFileContent content, Author author) {
        return switch (content) {
            case Missing missing -> new InForce(before);
            case Broken broken -> new Unreadable(broken.location(), broken.reason());
            case Understood file -> with(before, file, author);
        };
    }

    private static Policy with(ResolutionPolicy before, Understood file, Author author) {
        try {
            SectionNames.check(file.ini(), author);
            Rules rules = new Rules(
                    file.path(), file.ini().section(SectionNames.POLICY).orElse(Map.of()));
            return new InForce(rules.addedTo(before));
        } catch (RuleProblem e) {
            return new Unreadable(new Location.File(file.path(), e.line()), e.reason());
        } catch (IniProblem e) {
            return new Unreadable(new Location.File(file.path(), e.line()), new Reason(e.problem(), e.remedy()));
        }
    }
}
