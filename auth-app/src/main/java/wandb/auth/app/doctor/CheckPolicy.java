package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.app.Messages;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.NearestWord;
import wandb.auth.domain.port.configuration.PolicyDraft;

/** Judges a policy before it is rolled out: what makes no sense, stores that do not exist, rules that contradict each other. */
public final class CheckPolicy {

    private final PolicyDraft draft;
    private final ResolutionPolicy policy;
    private final CredentialStores stores;
    private final List<Complaint> problems;
    private final List<Complaint> notes;

    /** Judges this one over the stores as they would be under it. */
    public CheckPolicy(PolicyDraft draft, CredentialStores stores) {
        this.draft = draft;
        this.policy = draft.policy();
        this.stores = stores;
        this.problems = new ArrayList<>(draft.mistakes());
        this.notes = new ArrayList<>(draft.notes());
    }

    /** Judges it. */
    public Judgement judge() {
        draft.named().forEach(this::lookFor);
        judgeDefaultStore();
        judgeAllowedStores();
        judgeOrder();
        judgeDefaultHost();
        return new Judgement(problems, notes);
    }

    private void lookFor(SourceId id, Location location) {
        if (isSource(id)) {
            return;
        }
        Optional<StoreHandle> store = stores.store(id);
        if (store.isEmpty()) {
            complain(location, Messages.unknownInPolicy(id, NearestWord.of(id.value(), known())));
        } else {
            store.get().broken().ifPresent(reason -> complain(location, Messages.brokenInPolicy(id, reason)));
        }
    }

    private boolean isSource(SourceId id) {
        return stores.sources().stream().anyMatch(source -> source.id().equals(id));
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        stores.sources().forEach(source -> known.add(source.id().value()));
        stores.stores().forEach(store -> known.add(store.id().value()));
        return known;
    }

    /** A policy that lets nothing be saved needs no store for it. */
    private void judgeDefaultStore() {
        Configured<SourceId> chosen = policy.defaultStore();
        boolean isMeant = chosen.setAt().isPresent() || !savesNothing();
        Optional<StoreHandle> store = isMeant ? stores.store(chosen.value()) : Optional.empty();
        store.flatMap(this::forbids)
                .ifPresent(rule -> contradiction(
                        chosen.setAt().or(rule::setAt), Messages.defaultAndForbidden(chosen.value(), rule)));
    }

    private boolean savesNothing() {
        return policy.restrictions().stream()
                .anyMatch(restriction -> restriction instanceof Restriction.OnlyStores only
                        && only.stores().isEmpty());
    }

    private void judgeAllowedStores() {
        for (Restriction restriction : policy.restrictions()) {
            if (restriction instanceof Restriction.OnlyStores only) {
                for (SourceId id : only.stores()) {
                    stores.store(id)
                            .filter(store -> !isDefault(id))
                            .flatMap(this::forbids)
                            .ifPresent(
                                    rule -> contradiction(only.rule().setAt(), Messages.allowedAndForbidden(id, rule)));
                }
            }
        }
    }

    private boolean isDefault(SourceId id) {
        return policy.defaultStore().value().equals(id);
    }

    /** A rule of the policy in force may forbid it too, which is another matter. */
    private Optional<Rule> forbids(StoreHandle store) {
        if (store.broken().isPresent()) {
            return Optional.empty();
        }
        Optional<Rule> rule = new PolicyJudgement(policy).forbidsStore(store);
        if (rule.isPresent() && !isOfDraft(rule.get())) {
            notes.add(new Complaint(
                    rule.get().setAt().orElseGet(() -> new Location.Place(Messages.POLICY_IN_FORCE)),
                    Messages.notChecked(store.id(), rule.get())));
            return Optional.empty();
        }
        return rule;
    }

    private boolean isOfDraft(Rule rule) {
        return policy.restrictions().stream()
                .anyMatch(restriction -> restriction.rule().setAt().equals(rule.setAt()));
    }

    private void judgeOrder() {
        for (SourceId id : policy.order().value()) {
            Optional<Rule> off = policy.order().setAt().flatMap(set -> policy.forbidsSource(id));
            off.ifPresent(rule -> contradiction(policy.order().setAt(), Messages.orderedAndOff(id, rule)));
        }
    }

    private void judgeDefaultHost() {
        Optional<Configured<Host>> host = policy.defaultHost();
        host.flatMap(named -> policy.forbidsHost(named.value()))
                .ifPresent(rule -> contradiction(
                        host.flatMap(Configured::setAt),
                        Messages.defaultHostForbidden(host.orElseThrow().value(), rule)));
    }

    private void contradiction(Optional<Location> location, Reason reason) {
        complain(location.orElseGet(() -> new Location.Place(Messages.POLICY)), reason);
    }

    private void complain(Location location, Reason reason) {
        problems.add(new Complaint(location, reason));
    }

    /**
     * What is wrong with a policy.
     *
     * @param problems what has to be changed before it is rolled out
     * @param notes what has to be right where it is put, or could not be judged here
     */
    public record Judgement(List<Complaint> problems, List<Complaint> notes) {
        public Judgement {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }
}
