package wandb.auth.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Availability;

/** Lists the stores, and whether each can and may be used. */
public record ListStores(CredentialStores credentialStores, ResolutionPolicy policy) {

    /** Every store that is installed; each has the time that is left now to say whether it can be used. */
    public List<Listed> list(Deadline deadline) {
        List<Listed> listed = new ArrayList<>();
        QuestionTime time = new QuestionTime(deadline);
        for (StoreHandle store : credentialStores.stores()) {
            listed.add(listed(store, time.now()));
        }
        return listed;
    }

    /** This store, which has until then to say whether it can be used. */
    public Listed listed(StoreHandle store, Deadline deadline) {
        return new Listed(
                store.id(),
                store.store().protection(),
                policy.defaultStore().value().equals(store.id()),
                store.isReadOnly(),
                store.store().availability(deadline),
                new PolicyJudgement(policy).forbidsStore(store));
    }

    /**
     * One store.
     *
     * @param protection how well it keeps a secret
     * @param isDefault whether keys are saved to it where nothing else is said
     * @param isReadOnly whether keys are only read from it, neither saved there nor erased
     * @param availability whether it can be used here
     * @param forbidden the rule by which no key may be saved to it; empty if it may
     */
    public record Listed(
            SourceId id,
            Protection protection,
            boolean isDefault,
            boolean isReadOnly,
            Availability availability,
            Optional<Rule> forbidden) {

        /** Whether a probe credential may be saved to it for a trial: nothing of one is left. */
        public boolean forgets() {
            return availability instanceof Availability.Usable usable && usable.forgets();
        }

        /** Whether it can and may keep a key, better than in plaintext. */
        public boolean isBetterThanPlaintext() {
            return protection != Protection.PLAINTEXT
                    && !isReadOnly
                    && forbidden.isEmpty()
                    && availability instanceof Availability.Usable;
        }
    }
}
