package wandb.auth.app.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.doctor.ProbeCredential;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.StoreConfig;

/** Sets up a store by a section of the user's {@code auth.ini}, or removes one. */
public record SetUpStore(CredentialStores credentialStores, Accounts accounts, ResolutionPolicy policy) {

    /**
     * Writes the section once the store has kept, given back and erased a probe credential.
     *
     * @param interaction whether a person may be asked to unlock it
     * @param deadline when it must have given back what it was given
     */
    public Result add(SourceId id, Map<String, String> settings, Interaction interaction, Deadline deadline) {
        if (accounts.configuration().storeSettings().containsKey(id)) {
            return new Result.Unchanged(Messages.setUpAlready(id));
        }
        Optional<StoreHandle> store = credentialStores.described(id, new StoreConfig(settings));
        if (store.isEmpty()) {
            return new Result.Unchanged(Messages.noMakerOfStore());
        }
        Optional<Reason> broken = store.get().broken();
        if (broken.isPresent()) {
            return new Result.Unchanged(broken.get());
        }
        Optional<Rule> rule = new PolicyJudgement(policy).forbidsStore(store.get());
        if (rule.isPresent()) {
            return new Result.Forbidden(rule.get());
        }
        List<Complaint> complaints = new ProbeCredential(store.get().store(), interaction, deadline).complaints();
        return complaints.isEmpty()
                ? changed(new ConfigurationChange.AddStore(id, settings))
                : new Result.Unchanged(complaints.getFirst().reason());
    }

    /** Removes the section, unless a key of an account may be kept there: nobody would find it any more. */
    public Result remove(SourceId id) {
        if (!accounts.configuration().storeSettings().containsKey(id)) {
            return new Result.Unchanged(Messages.noSection(id));
        }
        Optional<Reason> kept = kept(id);
        return kept.isPresent() ? new Result.Unchanged(kept.get()) : changed(new ConfigurationChange.RemoveStore(id));
    }

    /** What may be kept there: a key that was ever saved there and not erased since, too. */
    private Optional<Reason> kept(SourceId id) {
        if (accounts.saved() instanceof Parsed.Invalid<SavedAccounts> unknown) {
            return Optional.of(unknown.reason());
        }
        for (Account account : accounts.knownAnywhere()) {
            Parsed<List<SourceId>> places = accounts.placesOf(account);
            if (places instanceof Parsed.Invalid<List<SourceId>> unknown) {
                return Optional.of(unknown.reason());
            }
            if (places instanceof Parsed.Valid<List<SourceId>> known
                    && known.value().contains(id)) {
                return Optional.of(Messages.keyIsThere(account));
            }
        }
        return Optional.empty();
    }

    private Result changed(ConfigurationChange change) {
        Optional<Complaint> failed = accounts.change(change);
        return failed.isPresent() ? new Result.Failed(failed.get()) : new Result.Done();
    }

    /** The result. */
    public sealed interface Result {

        /** It is done. */
        record Done() implements Result {}

        /**
         * Nothing was changed.
         *
         * @param reason why, and what to do
         */
        record Unchanged(Reason reason) implements Result {}

        /** A rule forbids the store; no program of it was run. */
        record Forbidden(Rule rule) implements Result {}

        /**
         * The file could not be changed.
         *
         * @param failed why
         */
        record Failed(Complaint failed) implements Result {}
    }
}
