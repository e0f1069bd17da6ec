package wandb.auth.plugins;

import java.util.Objects;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/** A plugin's source that keeps to the contract, whatever the plugin does. */
record GuardedSource(CredentialSource source, PluginExecutor guard) implements CredentialSource {

    @Override
    public Protection protection() {
        return guard.askAtOnce(source::protection, why -> Protection.PLAINTEXT);
    }

    @Override
    public Finding find(Query query) {
        return guard.ask(
                () -> whole(source.find(query)),
                query.deadline(),
                why -> new Finding(place(), new Outcome.Unusable(why)));
    }

    Location place() {
        return new Location.Place(Messages.plugin(guard.id()));
    }

    /** The answer with all that must be in it, and with nothing that a person must not see. */
    private static Finding whole(Finding finding) {
        Outcome outcome = whole(finding.outcome());
        return new Finding(PluginText.of(finding.location()), outcome, PluginText.of(finding.remarks()));
    }

    private static Outcome whole(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> {
                ProcessGuard.learn(Objects.requireNonNull(found.credential()));
                Objects.requireNonNull(found.revision());
                yield found;
            }
            case Outcome.Unusable unusable -> new Outcome.Unusable(PluginText.of(unusable.reason()));
            case Outcome.Absent absent -> absent;
            case Outcome.Refused refused -> new Outcome.Refused(PluginText.of(refused.rule()));
            case Outcome.Skipped skipped -> new Outcome.Skipped(PluginText.of(skipped.rule()));
        };
    }
}
