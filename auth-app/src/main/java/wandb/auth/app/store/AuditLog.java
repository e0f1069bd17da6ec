package wandb.auth.app.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

/** Records what is done with credentials in every file that the policy names; where it names none, nothing. */
public final class AuditLog {

    private final Supplier<AuditTrail> maker;
    private final List<Path> files;
    private final Environment environment;
    private @Nullable AuditTrail made;

    /** Records as the policy asks, by a trail that is made only if it does. */
    public AuditLog(Supplier<AuditTrail> maker, ResolutionPolicy policy, Environment environment) {
        this.maker = maker;
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

    /** The one that knows what it recorded last. */
    private AuditTrail trail() {
        AuditTrail present = made;
        if (present == null) {
            present = maker.get();
            made = present;
        }
        return present;
    }

    boolean isKept() {
        return !files.isEmpty();
    }

    /** What would keep an event from being recorded; empty if nothing does. */
    public Optional<Gap> obstacle() {
        for (Path file : files) {
            Optional<Reason> reason = trail().obstacle(environment, file);
            if (reason.isPresent()) {
                return Optional.of(new Gap(new Location.File(file), reason.get()));
            }
        }
        return Optional.empty();
    }

    /** Records an action, before it is done: in every file, or what is in some is taken back and the action must not be done. */
    public Optional<Gap> record(Action action, Account account, SourceId place, Result result, String detail) {
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
    public Optional<Gap> refused(Action action, Account account, Optional<SourceId> place, Rule rule) {
        return record(new AuditEvent(action, account, place, Result.REFUSED, rule.text()));
    }

    private Optional<Gap> record(AuditEvent event) {
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            Optional<Reason> reason = trail().record(environment, file, event);
            if (reason.isPresent()) {
                correct(files.subList(0, i), Optional.of(unrecorded(event)));
                return Optional.of(new Gap(new Location.File(file), reason.get()));
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

    /**
     * An event could not be recorded, so what it was about must not happen.
     *
     * @param location the file
     * @param reason why, and what to do
     */
    public record Gap(Location location, Reason reason) {}
}
