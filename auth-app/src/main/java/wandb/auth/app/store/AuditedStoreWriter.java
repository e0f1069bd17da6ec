package wandb.auth.app.store;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.AuditEvent.Action;
import wandb.auth.domain.port.AuditEvent.Result;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Changes a store and records it. A change that cannot be recorded is undone. */
public final class AuditedStoreWriter {

    private final AuditLog auditLog;
    private final QueryFactory queries;

    /** Records there. */
    public AuditedStoreWriter(AuditLog auditLog, QueryFactory queries) {
        this.auditLog = auditLog;
        this.queries = queries;
    }

    /** Saves the account's key if the store holds what is expected; where that could not be recorded, it is taken back: nobody may have such a key. */
    public Saved save(StoreHandle store, Account account, ApiKey key, Precondition expected) {
        Optional<ApiKey> before = auditLog.isKept() ? store.keyOf(queries.toStore(account)) : Optional.empty();
        Saved saved = store.store().save(queries.toStore(account), key, expected);
        Result result = saved instanceof Saved.Stored ? Result.DONE : Result.FAILED;
        Optional<AuditLog.Gap> gap = auditLog.record(Action.SAVE, account, store.id(), result, "");
        return gap.isPresent() && saved instanceof Saved.Stored stored
                ? takenBack(store, account, stored, before, gap.get())
                : saved;
    }

    private Saved takenBack(
            StoreHandle store, Account account, Saved.Stored stored, Optional<ApiKey> before, AuditLog.Gap gap) {
        boolean isTakenBack = isTakenBack(store, queries.toStore(account), stored, before);
        // For the files that could be written, and now hold that the key was saved.
        auditLog.record(Action.SAVE, account, store.id(), Result.FAILED, "could not be recorded in every file");
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

    private static boolean isTakenBack(StoreHandle store, Query query, Saved.Stored stored, Optional<ApiKey> before) {
        Precondition ours = new Precondition.Exactly(stored.revision());
        return before.isPresent()
                ? store.store().save(query, before.get(), ours) instanceof Saved.Stored
                : store.store().erase(query, ours) instanceof Erased.Gone;
    }

    /** Erases the account's credential; where that could not be recorded, it is not done, or the key is put back. */
    public Erased erase(StoreHandle store, Account account, Precondition expected) {
        Optional<AuditLog.Gap> obstacle = auditLog.obstacle();
        if (obstacle.isPresent()) {
            return new Erased.Failed(obstacle.get().location(), obstacle.get().reason());
        }
        Optional<ApiKey> before = auditLog.isKept() ? store.keyOf(queries.toStore(account)) : Optional.empty();
        Erased erased = store.store().erase(queries.toStore(account), expected);
        if (erased instanceof Erased.Nothing) {
            return erased;
        }
        Result result = erased instanceof Erased.Gone ? Result.DONE : Result.FAILED;
        Optional<AuditLog.Gap> gap = auditLog.record(Action.ERASE, account, store.id(), result, "");
        return gap.isPresent() && erased instanceof Erased.Gone ? putBack(store, account, before, gap.get()) : erased;
    }

    private Erased putBack(StoreHandle store, Account account, Optional<ApiKey> before, AuditLog.Gap gap) {
        boolean isBack = before.isPresent()
                && store.store().save(queries.toStore(account), before.get(), new Precondition.Absent())
                        instanceof Saved.Stored;
        // For the files that could be written, and now hold that the key was erased.
        auditLog.record(Action.ERASE, account, store.id(), Result.FAILED, "could not be recorded in every file");
        Reason reason = gap.reason();
        return new Erased.Failed(
                gap.location(),
                isBack
                        ? reason
                        : new Reason(
                                "The key is gone, but that could not be recorded. " + reason.problem(),
                                reason.remedy()));
    }
}
