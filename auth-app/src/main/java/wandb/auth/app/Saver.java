package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.AuditEvent.Action;
import wandb.auth.domain.AuditEvent.Result;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Saves a key to one store, and records it. */
public final class Saver {

    private final Journal journal;
    private final Queries queries;

    /** Records there. */
    public Saver(Journal journal, Queries queries) {
        this.journal = journal;
        this.queries = queries;
    }

    /** Saves the account's key; where that could not be recorded, it is taken back: nobody may have such a key. */
    Saved save(NamedStore store, Account account, ApiKey key) {
        Optional<ApiKey> before = journal.isKept() ? store.keyOf(queries.toStore(account)) : Optional.empty();
        Saved saved = store.store().save(queries.toStore(account), key, new Expected.Anything());
        Result result = saved instanceof Saved.Stored ? Result.DONE : Result.FAILED;
        Optional<Journal.Gap> gap = journal.record(Action.SAVE, account, store.id(), result, "");
        return gap.isPresent() && saved instanceof Saved.Stored stored
                ? takenBack(store, account, stored, before, gap.get())
                : saved;
    }

    private Saved takenBack(
            NamedStore store, Account account, Saved.Stored stored, Optional<ApiKey> before, Journal.Gap gap) {
        boolean isTakenBack = takeBack(store, queries.toStore(account), stored, before);
        // For the files that could be written, and now hold that the key was saved.
        journal.record(Action.SAVE, account, store.id(), Result.FAILED, "could not be recorded in every file");
        Reason reason = gap.reason();
        return new Saved.Failed(
                gap.location(),
                isTakenBack
                        ? reason
                        : new Reason(
                                "The save could not be recorded, nor could it be taken back: the key is in "
                                        + stored.location().text() + ". " + reason.problem(),
                                reason.remedy()));
    }

    private static boolean takeBack(NamedStore store, Query query, Saved.Stored stored, Optional<ApiKey> before) {
        Expected ours = new Expected.Exactly(stored.revision());
        return before.isPresent()
                ? store.store().save(query, before.get(), ours) instanceof Saved.Stored
                : store.store().erase(query, ours) instanceof Erased.Gone;
    }
}
