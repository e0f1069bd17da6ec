package wandb.auth.app.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.Messages;
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
import wandb.auth.domain.port.HealthCheck.Complaint;

/** Records what is done with credentials in every file that the policy names; where it names none, nothing. */
public final class AuditLog {

    private final Optional<AuditTrail> trail;
    private final List<Path> files;
    private final Environment environment;

    /**
     * Records as the policy asks.
     *
     * @param trail what writes the files; needed only if the policy names one
     */
    public AuditLog(Optional<AuditTrail> trail, ResolutionPolicy policy, Environment environment) {
        this.trail = trail;
        this.files = distinct(policy.recorded());
        this.environment = environment;
    }

    /** Two policies may name one file. */
    private static List<Path> distinct(List<Recorded> recorded) {
        List<Path> files = new ArrayList<>();
        for (Recorded each : recorded) {
            Path file = each.file().normalize();
            if (!files.contains(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private AuditTrail trail() {
        return trail.orElseThrow();
    }

    boolean isKept() {
        return !files.isEmpty();
    }

    /** What would keep an event from being recorded; empty if nothing does. */
    public Optional<Complaint> obstacle() {
        for (Path file : files) {
            Optional<Reason> reason = trail().obstacle(environment, file);
            if (reason.isPresent()) {
                return Optional.of(new Complaint(new Location.File(file), reason.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * Records an action, before it is done: in every file, or what is in some is taken back and the action must not be done.
     *
     * @return why it could not be recorded; empty if it was
     */
    public Optional<Complaint> record(Action action, Account account, SourceId place, Result result, String detail) {
        return record(new AuditEvent(action, account, Optional.of(place), result, detail));
    }

    /** Tells that the action that was recorded last has failed. */
    public void failed(Action action, Account account, SourceId place, String detail) {
        correct(files, Optional.of(new AuditEvent(action, account, Optional.of(place), Result.FAILED, detail)));
    }

    /** Takes back what was recorded last, since there was nothing to do. */
    void nothingDone() {
        correct(files, Optional.empty());
    }

    private void correct(List<Path> those, Optional<AuditEvent> instead) {
        for (Path file : those) {
            trail().correct(environment, file, instead);
        }
    }

    /** Records that a rule refused an action; the place is empty if it did not come to one. */
    public Optional<Complaint> refused(Action action, Account account, Optional<SourceId> place, Rule rule) {
        return record(new AuditEvent(action, account, place, Result.REFUSED, rule.text()));
    }

    private Optional<Complaint> record(AuditEvent event) {
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            Optional<Reason> reason = trail().record(environment, file, event);
            if (reason.isPresent()) {
                correct(files.subList(0, i), Optional.of(unrecorded(event)));
                return Optional.of(new Complaint(new Location.File(file), reason.get()));
            }
        }
        return Optional.empty();
    }

    private static AuditEvent unrecorded(AuditEvent event) {
        return event.outcome() == Result.DONE
                ? new AuditEvent(
                        event.action(), event.account(), event.store(), Result.FAILED, Messages.NOT_RECORDED_EVERYWHERE)
                : event;
    }
}
