package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.SourceHandle;
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
            String guess = NearestWord.of(id.value(), known())
                    .map(near -> " Did you mean '" + near + "'?")
                    .orElse("");
            complain(
                    location,
                    "There is no source or store '" + id + "' here." + guess,
                    "Correct it, or install it before the policy is rolled out: wandb auth stores");
        } else {
            store.get()
                    .broken()
                    .ifPresent(reason -> complain(
                            location,
                            "The store " + id + " cannot be used here: " + reason.problem(),
                            reason.remedy()));
        }
    }

    private boolean isSource(SourceId id) {
        for (SourceHandle source : stores.sources()) {
            if (source.id().equals(id)) {
                return true;
            }
        }
        return false;
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
                        chosen.setAt().or(rule::setAt),
                        "Keys are saved to " + chosen.value() + " by default, which is forbidden: " + rule.text(),
                        "Name an allowed store: default_store = ID"));
    }

    private boolean savesNothing() {
        for (Restriction restriction : policy.restrictions()) {
            if (restriction instanceof Restriction.OnlyStores only
                    && only.stores().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void judgeAllowedStores() {
        for (Restriction restriction : policy.restrictions()) {
            if (restriction instanceof Restriction.OnlyStores only) {
                for (SourceId id : only.stores()) {
                    stores.store(id)
                            .filter(store -> !isDefault(id))
                            .flatMap(this::forbids)
                            .ifPresent(rule -> contradiction(
                                    only.rule().setAt(),
                                    "Keys may be saved in " + id + ", and may not: " + rule.text(),
                                    "Change one of the two rules."));
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
                    rule.get().setAt().orElseGet(() -> new Location.Place("the policy in force")),
                    new Reason(
                            "The store " + store.id() + " was not checked: "
                                    + rule.get().statement(),
                            "Check the file on a machine whose policy allows it.")));
            return Optional.empty();
        }
        return rule;
    }

    private boolean isOfDraft(Rule rule) {
        for (Restriction restriction : policy.restrictions()) {
            if (restriction.rule().setAt().equals(rule.setAt())) {
                return true;
            }
        }
        return false;
    }

    private void judgeOrder() {
        for (SourceId id : policy.order().value()) {
            Optional<Rule> off = policy.order().setAt().flatMap(set -> policy.forbidsSource(id));
            off.ifPresent(rule -> contradiction(
                    policy.order().setAt(),
                    "The order names " + id + ", which is turned off: " + rule.text(),
                    "Remove it from one of the two."));
        }
    }

    private void judgeDefaultHost() {
        Optional<Configured<Host>> host = policy.defaultHost();
        host.flatMap(named -> policy.forbidsHost(named.value()))
                .ifPresent(rule -> contradiction(
                        host.flatMap(Configured::setAt),
                        "The default_host " + host.orElseThrow().value() + " is forbidden: " + rule.text(),
                        "Add it to hosts, or name another one."));
    }

    private void contradiction(Optional<Location> location, String problem, String remedy) {
        complain(location.orElseGet(() -> new Location.Place("the policy")), problem, remedy);
    }

    private void complain(Location location, String problem, String remedy) {
        problems.add(new Complaint(location, new Reason(problem, remedy)));
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
