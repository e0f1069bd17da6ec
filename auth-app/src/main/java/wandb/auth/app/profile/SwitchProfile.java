package wandb.auth.app.profile;

import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.store.AuditLog;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.AuditEvent.Action;
import wandb.auth.domain.port.AuditEvent.Result;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileSwitcher;

/**
 * Makes one of several profiles the one that other programs find in the netrc file, and keeps the key that they found before
 * under its own profile. It is one change of one file, which says whose each key is, so that it may be cut off at any time.
 */
public final class SwitchProfile {

    private final StoreHandle netrc;
    private final ResolutionPolicy policy;
    private final Accounts accounts;
    private final AuditLog auditLog;
    private final ProfileSwitcher switcher;
    private final Environment environment;

    /** Switches under this policy. */
    public SwitchProfile(
            StoreHandle netrc,
            ResolutionPolicy policy,
            Accounts accounts,
            AuditLog auditLog,
            ProfileSwitcher switcher,
            Environment environment) {
        this.netrc = netrc;
        this.policy = policy;
        this.accounts = accounts;
        this.auditLog = auditLog;
        this.switcher = switcher;
        this.environment = environment;
    }

    /** Makes the account the one that is found; the default profile's without a key makes none found. */
    public SwitchResult switchTo(Account account) {
        Optional<Rule> rule = new PolicyJudgement(policy).forbidsSaving(account, netrc);
        if (rule.isPresent()) {
            auditLog.refused(Action.SAVE, account, Optional.of(netrc.id()), rule.get());
            return new SwitchResult.Forbidden(rule.get());
        }
        if (accounts.saved() instanceof Parsed.Invalid<?> invalid) {
            return new SwitchResult.Failed(invalid.location(), invalid.reason());
        }
        ProfileSwitcher.Activity activity = switcher.activity(environment, account);
        if (account.profile().isDefault()
                && activity instanceof ProfileSwitcher.NoKey none
                && none.active().isPresent()) {
            return activate(account, none.active(), Messages.WITHOUT_KEY);
        }
        Optional<SourceId> elsewhere = accounts.storeOf(account).filter(store -> !store.equals(netrc.id()));
        if (elsewhere.isPresent()) {
            return new SwitchResult.Elsewhere(elsewhere.get());
        }
        return activity instanceof ProfileSwitcher.Inactive inactive
                ? activate(account, inactive.active(), Messages.FOUND_BY_OTHERS)
                : result(activity);
    }

    private SwitchResult activate(Account account, Optional<Profile> active, String change) {
        Optional<Complaint> gap = auditLog.record(Action.SAVE, account, netrc.id(), Result.DONE, Messages.made(change));
        if (gap.isPresent()) {
            return new SwitchResult.Failed(gap.get().location(), gap.get().reason());
        }
        Optional<Complaint> forgetful = note(account, active);
        SwitchResult result = forgetful.isPresent()
                ? new SwitchResult.Failed(
                        forgetful.get().location(), forgetful.get().reason())
                : result(switcher.activate(environment, account));
        if (!(result instanceof SwitchResult.Done || result instanceof SwitchResult.NoneFound)) {
            auditLog.record(Action.SAVE, account, netrc.id(), Result.FAILED, Messages.notMade(change));
        }
        return result;
    }

    private static SwitchResult result(ProfileSwitcher.Activity activity) {
        return switch (activity) {
            case ProfileSwitcher.Active active -> new SwitchResult.Done(active);
            case ProfileSwitcher.NoneActive none -> new SwitchResult.NoneFound(none);
            case ProfileSwitcher.NoKey none -> new SwitchResult.NoKey(none.location());
            case ProfileSwitcher.Failed failed -> new SwitchResult.Failed(failed.location(), failed.reason());
            case ProfileSwitcher.Inactive inactive ->
                throw new IllegalStateException("the switch was neither made nor refused");
        };
    }

    /** Notes the account whose key is about to get a name of its own, where nothing else tells that it is an account. */
    private Optional<Complaint> note(Account account, Optional<Profile> active) {
        return active.map(profile -> new Account(account.host(), profile))
                .filter(found -> !accounts.isKnown(found))
                .flatMap(found -> accounts.note(found, netrc.id(), Optional.empty()));
    }

    /** The result of a switch. */
    public sealed interface SwitchResult {

        /**
         * Other programs find the account's key.
         *
         * @param active where, and whose they found before
         */
        record Done(ProfileSwitcher.Active active) implements SwitchResult {}

        /**
         * The default profile has no key there, and other programs find no other profile's any more.
         *
         * @param none where it was looked for, and whose they found before
         */
        record NoneFound(ProfileSwitcher.NoneActive none) implements SwitchResult {}

        /**
         * The account's key is in another store, where other programs do not look.
         *
         * @param store the store
         */
        record Elsewhere(SourceId store) implements SwitchResult {}

        /**
         * The account has no key.
         *
         * @param location where it was looked for
         */
        record NoKey(Location location) implements SwitchResult {}

        /**
         * It did not work; other programs find what they found before.
         *
         * @param location where
         * @param reason why, and what to do
         */
        record Failed(Location location, Reason reason) implements SwitchResult {}

        /**
         * The policy forbids it.
         *
         * @param rule the rule
         */
        record Forbidden(Rule rule) implements SwitchResult {}
    }
}
