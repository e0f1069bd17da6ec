package wandb.auth.app.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import wandb.auth.domain.port.ConfigurationChange;
import wandb.auth.domain.port.ConfigurationRepository.Failed;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ActiveProfileStore;
import wandb.auth.domain.port.account.ActiveProfileStore.Standing;

/**
 * Makes one of several profiles the one that other programs find in the netrc file, and keeps the key that they found before
 * under its own profile. The switch is remembered before it is made; the file tells whether it was, so that it may be cut off
 * at any time.
 */
public final class SwitchProfile {

    private static final Reason TAKEN_AWAY =
            new Reason("The key of the profile was taken away at the same time.", "Log in again.");

    private final StoreHandle netrc;
    private final ResolutionPolicy policy;
    private final Accounts accounts;
    private final AuditLog auditLog;
    private final ActiveProfileStore profiles;
    private final Environment environment;

    /** Switches under this policy. */
    public SwitchProfile(
            StoreHandle netrc,
            ResolutionPolicy policy,
            Accounts accounts,
            AuditLog auditLog,
            ActiveProfileStore profiles,
            Environment environment) {
        this.netrc = netrc;
        this.policy = policy;
        this.accounts = accounts;
        this.auditLog = auditLog;
        this.profiles = profiles;
        this.environment = environment;
    }

    /** Makes the account the one that is found. */
    public SwitchResult switchTo(Account account) {
        Optional<Rule> rule = new PolicyJudgement(policy).forbidsSaving(account, netrc);
        if (rule.isPresent()) {
            auditLog.refused(Action.SAVE, account, Optional.of(netrc.id()), rule.get());
            return new SwitchResult.Forbidden(rule.get());
        }
        if (accounts.saved() instanceof Parsed.Invalid<?> invalid) {
            return new SwitchResult.Failed(invalid.location(), invalid.reason());
        }
        Optional<SourceId> elsewhere = accounts.storeOf(account).filter(store -> !store.equals(netrc.id()));
        if (elsewhere.isPresent()) {
            return new SwitchResult.Elsewhere(elsewhere.get());
        }
        List<Profile> switched = accounts.switched(account.host());
        return switch (profiles.standing(environment, account, switched)) {
            case ActiveProfileStore.Found found -> new SwitchResult.Done(found);
            case ActiveProfileStore.Nothing nothing -> new SwitchResult.NoKey(nothing.location());
            case ActiveProfileStore.Failed failed -> new SwitchResult.Failed(failed.location(), failed.reason());
            case ActiveProfileStore.Behind behind -> make(account, behind, switched);
        };
    }

    private SwitchResult make(Account account, ActiveProfileStore.Behind behind, List<Profile> before) {
        Optional<AuditLog.Gap> gap =
                auditLog.record(Action.SAVE, account, netrc.id(), Result.DONE, "made the one that other programs find");
        if (gap.isPresent()) {
            return new SwitchResult.Failed(gap.get().location(), gap.get().reason());
        }
        Optional<Failed> forgetful = note(account, behind);
        if (forgetful.isPresent()) {
            return failed(account, forgetful.get().location(), forgetful.get().reason());
        }
        List<Profile> after = new ArrayList<>(before);
        after.remove(account.profile());
        after.addFirst(account.profile());
        Standing standing = profiles.make(environment, account, after);
        return switch (standing) {
            case ActiveProfileStore.Found found -> new SwitchResult.Done(found);
            case ActiveProfileStore.Failed failed -> failed(account, failed.location(), failed.reason());
            case ActiveProfileStore.Nothing nothing -> {
                accounts.change(
                        new ConfigurationChange.ForgetSwitch(account)); // or what is found would be taken for its key
                yield failed(account, nothing.location(), TAKEN_AWAY);
            }
            case ActiveProfileStore.Behind still ->
                throw new IllegalStateException("the switch was neither made nor refused");
        };
    }

    /** Notes the switch, and the account whose key is found so far where it is in no list: it is about to get a name. */
    private Optional<Failed> note(Account account, ActiveProfileStore.Behind behind) {
        Optional<Account> found = behind.found().map(profile -> new Account(account.host(), profile));
        if (found.isPresent()
                && accounts.storeOf(found.get()).isEmpty()
                && accounts.note(found.get(), netrc.id(), Optional.empty()) instanceof Failed failed) {
            return Optional.of(failed);
        }
        return accounts.change(new ConfigurationChange.NoteSwitch(account)) instanceof Failed failed
                ? Optional.of(failed)
                : Optional.empty();
    }

    private SwitchResult failed(Account account, Location location, Reason reason) {
        auditLog.record(Action.SAVE, account, netrc.id(), Result.FAILED, "not made the one that other programs find");
        return new SwitchResult.Failed(location, reason);
    }

    /** What came of a switch. */
    public sealed interface SwitchResult {

        /**
         * Other programs find the account's key.
         *
         * @param found where, and whose was there before
         */
        record Done(ActiveProfileStore.Found found) implements SwitchResult {}

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
