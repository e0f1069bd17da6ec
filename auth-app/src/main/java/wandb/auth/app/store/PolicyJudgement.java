package wandb.auth.app.store;

import java.util.Optional;
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
        Optional<Rule> rule = forbidsSaving(account, store);
        if (rule.isEmpty() && options.verification() == Verification.UNWANTED) {
            rule = policy.requiresVerification();
        }
        return rule.isEmpty() && source instanceof KeySource.Argument ? policy.forbidsKeyArgument() : rule;
    }

    /** The same, wherever the key comes from. */
    public Optional<Rule> forbidsSaving(Account account, StoreHandle store) {
        Optional<Rule> rule = policy.forbidsHost(account.host());
        return rule.isPresent() ? rule : forbidsStore(store);
    }

    /**
     * The rule by which no key may be saved to the store; empty if one may. A store that no lookup would use counts too: such a
     * secret serves nothing and is only a risk. Of one that is only read, nothing but its use can be forbidden.
     */
    public Optional<Rule> forbidsStore(StoreHandle store) {
        Optional<Rule> rule = policy.forbidsWriting(store.id());
        if (rule.isEmpty() || store.isReadOnly()) {
            rule = policy.forbidsSource(store.id());
        }
        if (rule.isEmpty()) {
            rule = store.forbiddenToOpen();
        }
        return rule.isPresent() ? rule : policy.forbidsProtection(store.store().protection());
    }

    /** What counts as the answer of a source that a rule turns off or keeps from being run; empty if it is to be asked. */
    public Optional<Finding> instead(SourceHandle source) {
        Optional<Rule> off = policy.forbidsSource(source.id());
        if (off.isEmpty()) {
            off = policy.forbidsRunning(source.id());
        }
        return off.isPresent()
                ? Optional.of(new Finding(new Location.Place(source.id().value()), new Outcome.Skipped(off.get())))
                : Optional.empty();
    }

    /** What the source says of the account as far as the policy lets it count. */
    public Finding judged(SourceHandle source, Account account, Finding finding) {
        if (finding.outcome().isPassedOver()) {
            return finding;
        }
        Optional<Rule> notApplicable = policy.forbidsUse(source.id());
        if (notApplicable.isPresent()) {
            return with(new Outcome.Skipped(notApplicable.get()), finding);
        }
        return finding.outcome() instanceof Outcome.Found ? judgedKey(source, account, finding) : finding;
    }

    private Finding judgedKey(SourceHandle source, Account account, Finding finding) {
        Optional<Rule> rule = policy.forbidsHost(account.host());
        if (rule.isEmpty()) {
            rule = policy.forbidsProtection(source.source().protection());
        }
        return rule.isPresent() ? with(new Outcome.Refused(rule.get()), finding) : finding;
    }

    private static Finding with(Outcome outcome, Finding finding) {
        return new Finding(finding.location(), outcome, finding.remarks());
    }
}
