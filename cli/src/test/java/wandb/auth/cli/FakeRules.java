package wandb.auth.cli;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.AuditTrail;
import wandb.auth.domain.port.Parsed;

/** The policy in force, and the file that it wants everything recorded in. */
public final class FakeRules implements AuditTrail {

    public static final Rule RULE =
            new Rule("The administrator forbids it.", Optional.of(new Location.File(Path.of("policy"), 3)));
    public static final Path TRAIL = Path.of("trail");

    private Parsed<ResolutionPolicy> policy = new Parsed.Valid<>(ResolutionPolicy.documented());
    private Optional<Reason> trailFails = Optional.empty();
    private final StringBuilder recorded = new StringBuilder();

    /** One thing more is forbidden. */
    public void restrict(Restriction restriction) {
        policyIs(inForce().restricted(restriction));
    }

    /** Keys are saved to that store by default. */
    public void saveTo(String store) {
        policyIs(inForce()
                .savingTo(new Configured<>(new SourceId(store), Optional.of(new Location.File(Path.of("mine"), 2)))));
    }

    /** The server of everybody who names none. */
    public void defaultHost(String url) {
        policyIs(inForce().on(new Configured<>(Host.parse(url), Optional.of(new Location.File(Path.of("policy"), 4)))));
    }

    /** Whatever is done is recorded. */
    public void record() {
        restrict(new Restriction.Recorded(TRAIL, RULE));
    }

    /** Nothing can be recorded. */
    public void recordNothingFor(Reason reason) {
        trailFails = Optional.of(reason);
    }

    /** Nobody knows what the rules are. */
    public void cannotBeRead() {
        policy = new Parsed.Invalid<>(
                new Location.File(Path.of("policy"), 7), new Reason("It has no value.", "Ask the administrator."));
    }

    public String recorded() {
        return recorded.toString();
    }

    private ResolutionPolicy inForce() {
        if (policy instanceof Parsed.Valid<ResolutionPolicy> valid) {
            return valid.value();
        }
        throw new IllegalStateException("the policy is unreadable");
    }

    private void policyIs(ResolutionPolicy newPolicy) {
        policy = new Parsed.Valid<>(newPolicy);
    }

    public Parsed<ResolutionPolicy> read() {
        return policy;
    }

    @Override
    public Optional<Reason> obstacle(Environment environment, Path file) {
        return Optional.empty();
    }

    @Override
    public Optional<Reason> record(Environment environment, Path file, AuditEvent event) {
        recorded.append(event);
        return trailFails;
    }

    @Override
    public void correct(Environment environment, Path file, Optional<AuditEvent> instead) {
        recorded.append(instead);
    }
}
