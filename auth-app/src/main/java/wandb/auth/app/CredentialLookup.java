package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Query;

/** Asks the sources in the policy's order. Every command looks credentials up here, so that none can disagree. */
public final class CredentialLookup {

    private final List<NamedSource> sources;
    private final ResolutionPolicy policy;

    /** Asks these sources under this policy. */
    public CredentialLookup(List<NamedSource> sources, ResolutionPolicy policy) {
        this.sources = inOrder(sources, policy.order().value());
        this.policy = policy;
    }

    private static List<NamedSource> inOrder(List<NamedSource> sources, List<SourceId> order) {
        List<NamedSource> ordered = new ArrayList<>();
        for (SourceId id : order) {
            for (NamedSource source : sources) {
                if (source.id().equals(id)) {
                    ordered.add(source);
                }
            }
        }
        for (NamedSource source : sources) {
            if (!order.contains(source.id())) {
                ordered.add(source);
            }
        }
        return List.copyOf(ordered);
    }

    /** Asks until the lookup is decided: later sources are left in peace. */
    public Resolution untilDecided(Query query) {
        return resolve(query, true);
    }

    /** Asks every source, also those after the one that decides. The decision is the same. */
    public Resolution throughAll(Query query) {
        return resolve(query, false);
    }

    private Resolution resolve(Query query, boolean stopWhereDecided) {
        List<Step> steps = new ArrayList<>();
        for (NamedSource source : sources) {
            Step step = ask(source, query);
            steps.add(step);
            if (stopWhereDecided && !step.finding().outcome().isPassedOver()) {
                break;
            }
        }
        return new Resolution(query.account(), steps);
    }

    private Step ask(NamedSource named, Query query) {
        Optional<Rule> off = policy.forbidsSource(named.id());
        Finding finding = off.isPresent()
                ? new Finding(new Location.Place(named.id().value()), new Outcome.Skipped(off.get()))
                : underPolicy(named, query, named.source().find(query));
        return new Step(named.id(), named.source().protection(), finding);
    }

    private Finding underPolicy(NamedSource named, Query query, Finding finding) {
        if (finding.outcome().isPassedOver()) {
            return finding;
        }
        Optional<Rule> unbound = policy.forbidsUse(named.id());
        if (unbound.isPresent()) {
            return with(new Outcome.Skipped(unbound.get()), finding);
        }
        return finding.outcome() instanceof Outcome.Found
                ? policy.forbidsHost(query.account().host())
                        .or(() -> policy.forbidsProtection(named.source().protection()))
                        .map(rule -> with(new Outcome.Refused(rule), finding))
                        .orElse(finding)
                : finding;
    }

    private static Finding with(Outcome outcome, Finding finding) {
        return new Finding(finding.location(), outcome, finding.remarks());
    }
}
