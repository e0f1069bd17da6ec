package wandb.auth.app.login;

import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.store.AuditLog;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.AuditEvent.Action;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.spi.Saved;

/**
 * What stands against saving a key, judged without changing anything: rules, and files that have to be written then. That the
 * server cannot be remembered does not: it is said after the save.
 */
public record LoginPreconditions(
        ResolutionPolicy policy, AuditLog auditLog, Accounts accounts, WorkspaceCheck workspace) {

    /** The rule that forbids it; empty if none does. */
    public Optional<Rule> rule(Account account, StoreHandle store, KeySource source, LoginOptions options) {
        return new PolicyJudgement(policy).forbidsSaving(account, store, source, options);
    }

    /** Why the key cannot be saved, as far as can be told without changing anything; that a rule refuses it is recorded. */
    Optional<LoginResult> obstacleToSaving(Account account, StoreHandle store, KeySource source, LoginOptions options) {
        Optional<LoginResult> obstacle = obstacleToUsing(account, store, source, options);
        return obstacle.isPresent() ? obstacle : notSaved(store.obstacle());
    }

    /** The same of a key that the store holds already, which may be one that is only read. */
    Optional<LoginResult> obstacleToUsing(Account account, StoreHandle store, KeySource source, LoginOptions options) {
        Optional<Rule> rule = rule(account, store, source, options);
        if (rule.isPresent()) {
            refused(account, store, rule.get());
            return Optional.of(new LoginResult.Forbidden(rule.get()));
        }
        Optional<LoginResult> consent = workspace.obstacle(account, source);
        return consent.isPresent() ? consent : notSaved(trouble(account, store));
    }

    private static Optional<LoginResult> notSaved(Optional<Saved.Failed> why) {
        return why.isPresent() ? Optional.of(new LoginResult.NotSaved(why.get())) : Optional.empty();
    }

    void refused(Account account, StoreHandle store, Rule rule) {
        auditLog.refused(Action.SAVE, account, Optional.of(store.id()), rule);
    }

    /** That a rule forbids the server altogether, which is recorded. */
    Optional<LoginResult> obstacleOfServer(Account account) {
        Optional<Rule> rule = policy.forbidsHost(account.host());
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        auditLog.refused(Action.SAVE, account, Optional.empty(), rule.get());
        return Optional.of(new LoginResult.Forbidden(rule.get()));
    }

    /** The rule by which a key is saved only after its server confirmed it. */
    Optional<Rule> requiresVerification() {
        return policy.requiresVerification();
    }

    /** What is wrong with the files that a save writes. */
    public Optional<Saved.Failed> trouble(Account account, StoreHandle store) {
        Optional<Complaint> gap = auditLog.obstacle();
        if (gap.isPresent()) {
            return failed(gap.get().location(), gap.get().reason());
        }
        if (accounts.saved() instanceof Parsed.Invalid<?> invalid) {
            return failed(invalid.location(), invalid.reason());
        }
        Optional<Complaint> unnoted = obstacleToNoting(account, store);
        if (unnoted.isPresent()) {
            return failed(unnoted.get().location(), unnoted.get().reason());
        }
        return Optional.empty();
    }

    /** A key that no later run would find is not saved. */
    private Optional<Complaint> obstacleToNoting(Account account, StoreHandle store) {
        return accounts.isFoundUnnoted(account, store.id(), policy)
                ? Optional.empty()
                : accounts.obstacleToNoting(account, store.id());
    }

    private static Optional<Saved.Failed> failed(Location location, Reason reason) {
        return Optional.of(new Saved.Failed(location, reason));
    }
}
