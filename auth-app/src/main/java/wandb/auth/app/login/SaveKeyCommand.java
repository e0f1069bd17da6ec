package wandb.auth.app.login;

import java.util.Optional;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.spi.Saved;

/**
 * A key that is to be saved.
 *
 * @param store where it is to be saved
 * @param source where the key came from
 * @param options how it is to be done
 */
public record SaveKeyCommand(Account account, ApiKey key, StoreHandle store, KeySource source, LoginOptions options) {

    /**
     * The command for a key that is there already; it replaces nothing but the same key.
     *
     * @param origin where it is
     * @param held what the store holds
     */
    static SaveKeyCommand ofFound(
            Account account, StoreHandle store, Step origin, Optional<Step> held, LoginOptions options) {
        Optional<Revision> inTarget = held.flatMap(Step::found).map(Outcome.Found::revision);
        ApiKey key = origin.key().orElseThrow();
        return new SaveKeyCommand(account, key, store, new KeySource.Existing(origin, inTarget), options);
    }

    /** Whether the key is in the store already, so that nothing has to be saved. */
    public boolean isAdoption() {
        return source.isIn(store.id());
    }

    /** What saving it would come to, if it is in the store already. */
    Optional<Saved.Stored> adopted() {
        Optional<Step> found = source.found();
        if (found.isEmpty() || !isAdoption()) {
            return Optional.empty();
        }
        Finding finding = found.get().finding();
        Revision revision = found.get().found().orElseThrow().revision();
        return Optional.of(new Saved.Stored(finding.location(), revision, finding.remarks()));
    }

    /** What the store says of the key, which it has just read back. */
    public Step readBack(Saved.Stored saved) {
        Outcome found = new Outcome.Found(key, saved.revision());
        return new Step(store.id(), store.store().protection(), new Finding(saved.location(), found, saved.remarks()));
    }
}
