package wandb.auth.app.store;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction.Recorded;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.AuditEvent.Action;
import wandb.auth.domain.port.AuditEvent.Result;
import wandb.auth.domain.port.AuditTrail;

/** Records what is done with credentials in every file that the policy names; where it names none, nothing. */
public final class AuditLog {

    private final AuditTrail trail;
    private final List<Recorded> files;
    private final Environment environment;

    /** Records as the policy asks. */
    public AuditLog(AuditTrail trail, ResolutionPolicy policy, Environment environment) {
        this.trail = trail;
        this.files = policy.recorded();
        this.environment = environment;
    }

    boolean isKept() {
        return !files.isEmpty();
    }

    /** What would keep an event from being recorded; empty where nothing does. */
    public Optional<Gap> obstacle() {
        for (Recorded recorded : files) {
            Optional<Reason> reason = trail.obstacle(environment, recorded.file());
            if (reason.isPresent()) {
                return Optional.of(new Gap(new Location.File(recorded.file()), reason.get()));
            }
        }
        return Optional.empty();
    }

    /** Records what came of an action. */
    public Optional<Gap> record(Action action, Account account, SourceId place, Result result, String detail) {
        return record(new AuditEvent(action, account, Optional.of(place), result, detail));
    }

    /** Records that a rule refused an action; the place is empty where it did not come to one. */
    public Optional<Gap> refused(Action action, Account account, Optional<SourceId> place, Rule rule) {
        return record(new AuditEvent(action, account, place, Result.REFUSED, rule.text()));
    }

    private Optional<Gap> record(AuditEvent event) {
        for (Recorded recorded : files) {
            Optional<Reason> reason = trail.record(environment, recorded.file(), event);
            if (reason.isPresent()) {
                return Optional.of(new Gap(new Location.File(recorded.file()), reason.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * An event could not be recorded, so what it was about must not happen.
     *
     * @param location the file
     * @param reason why, and what to do
     */
    public record Gap(Location location, Reason reason) {}
}
