package wandb.auth.app;

import java.util.Optional;
import wandb.auth.app.SaveOrder.Verification;
import wandb.auth.app.SaveOrder.Wishes;
import wandb.auth.domain.Account;
import wandb.auth.domain.AuditEvent.Action;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.SdkSettingsRepository;
import wandb.auth.domain.spi.Saved;

/** What stands against saving a key, judged without changing anything: rules, and files that have to be written then. */
public final class Obstacles {

    private final ResolutionPolicy policy;
    private final Journal journal;
    private final Accounts accounts;

    /** Judges by these. */
    public Obstacles(ResolutionPolicy policy, Journal journal, Accounts accounts) {
        this.policy = policy;
        this.journal = journal;
        this.accounts = accounts;
    }

    /** The rule that forbids it; empty where none does. */
    Optional<Rule> rule(Account account, NamedStore store, KeyOrigin origin, Wishes wishes) {
        return policy.forbidsHost(account.host())
                .or(() -> store.forbiddenBy(policy))
                .or(() -> wishes.verification() == Verification.UNWANTED
                        ? policy.requiresVerification()
                        : Optional.empty())
                .or(() -> origin instanceof KeyOrigin.Argument ? policy.forbidsKeyArgument() : Optional.empty());
    }

    /** The same, of somebody who tries: a refusal is recorded. */
    Optional<Rule> refusal(Account account, NamedStore store, KeyOrigin origin, Wishes wishes) {
        Optional<Rule> rule = rule(account, store, origin, wishes);
        rule.ifPresent(forbidden -> refused(account, store, forbidden));
        return rule;
    }

    void refused(Account account, NamedStore store, Rule rule) {
        journal.refused(Action.SAVE, account, Optional.of(store.id()), rule);
    }

    /** The rule by which the server may not be logged in to at all; a refusal is recorded. */
    Optional<Rule> refusalOfServer(Account account) {
        Optional<Rule> rule = policy.forbidsHost(account.host());
        rule.ifPresent(forbidden -> journal.refused(Action.SAVE, account, Optional.empty(), forbidden));
        return rule;
    }

    /** The rule by which a key is saved only after its server confirmed it. */
    Optional<Rule> requiresVerification() {
        return policy.requiresVerification();
    }

    /** What would go wrong on the way; empty where nothing is known to. */
    Optional<Saved.Failed> trouble(Account account, Wishes wishes) {
        Optional<Journal.Gap> gap = journal.obstacle();
        if (gap.isPresent()) {
            return failed(gap.get().location(), gap.get().reason());
        }
        if (accounts.saved() instanceof Parsed.Invalid<?> invalid) {
            return failed(invalid.location(), invalid.reason());
        }
        Optional<SdkSettingsRepository.Failed> forgetful =
                wishes.choosesServer() ? accounts.obstacleToChoosing(account.host()) : Optional.empty();
        return forgetful.isPresent()
                ? failed(forgetful.get().location(), forgetful.get().reason())
                : Optional.empty();
    }

    private static Optional<Saved.Failed> failed(Location location, Reason reason) {
        return Optional.of(new Saved.Failed(location, reason));
    }
}
