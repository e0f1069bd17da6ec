package wandb.auth.app.store;

import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.ResolutionPolicy;

/**
 * Judges by the policy what a lookup may use and where a key may be saved. The rules are combined here only.
 *
 * @param policy the rules
 */
public record PolicyJudgement(ResolutionPolicy policy) {

    /** The rule by which the account's key may not be saved; empty if none forbids it. */
    public Optional<Rule> forbidsSaving(Account account, StoreHandle store, KeySource source, LoginOptions options) {
        return forbidsSaving(account, store)
                .or(() -> options.verification() == Verification.UNWANTED
                        ? policy.requiresVerification()
                        : Optional.empty())
                .or(() -> source instanceof KeySource.Argument ? policy.forbidsKeyArgument() : Optional.empty());
    }

    /** The same, wherever the key comes from. */
    public Optional<Rule> forbidsSaving(Account account, StoreHandle store) {
        return policy.forbidsHost(account.host()).or(() -> forbidsStore(store));
    }

    /**
     * The rule by which no key may be saved to the store; empty if one may. A store that no lookup would use counts too: such a
     * secret serves nothing and is only a risk. Of one that is only read, nothing but its use can be forbidden.
     */
    public Optional<Rule> forbidsStore(StoreHandle store) {
        return policy.forbidsWriting(store.id())
                .filter(rule -> !store.isReadOnly())
                .or(() -> policy.forbidsSource(store.id()))
                .or(store::forbiddenToOpen)
                .or(() -> policy.forbidsProtection(store.store().protection()));
    }

    /**
     * What the source says of the account as far as the policy lets it count.
     *
     * @param answer asks it; not used if the source is off, or may not be run for the account
     */
    public Finding find(SourceHandle source, Account account, Supplier<Finding> answer) {
        Optional<Rule> off = policy.forbidsSource(source.id()).or(() -> policy.forbidsRunning(source.id()));
        return off.isPresent()
                ? new Finding(new Location.Place(source.id().value()), new Outcome.Skipped(off.get()))
                : judged(source, account, answer.get());
    }

    private Finding judged(SourceHandle source, Account account, Finding finding) {
        if (finding.outcome().isPassedOver()) {
            return finding;
        }
        Optional<Rule> notApplicable = policy.forbidsUse(source.id());
        if (notApplicable.isPresent()) {
            return with(new Outcome.Skipped(notApplicable.get()), finding);
        }
        return finding.outcome() instanceof Outcome.Found
                ? policy.forbidsHost(account.host())
                        .or(() -> policy.forbidsProtection(source.source().protection()))
                        .map(rule -> with(new Outcome.Refused(rule), finding))
                        .orElse(finding)
                : finding;
    }

    private static Finding with(Outcome outcome, Finding finding) {
        return new Finding(finding.location(), outcome, finding.remarks());
    }
}
