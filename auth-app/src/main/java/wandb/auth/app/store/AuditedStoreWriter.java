package wandb.auth.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.AuditEvent.Action;
import wandb.auth.domain.port.AuditEvent.Result;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.OneFileStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Changes a store and records it: the line is written first, so that a change that cannot be recorded is not made. */
public record AuditedStoreWriter(AuditLog auditLog, QueryFactory queries) {

    /** Saves the account's key if the store holds what is expected; where that cannot be recorded, nothing is saved. */
    public Saved save(StoreHandle store, Account account, ApiKey key, Precondition expected) {
        Optional<Complaint> gap = auditLog.isKept()
                ? auditLog.record(Action.SAVE, account, store.id(), Result.DONE, "")
                : Optional.empty();
        if (gap.isPresent()) {
            return new Saved.Failed(gap.get().location(), gap.get().reason());
        }
        Saved saved = store.store().save(queries.toStore(account), key, expected);
        if (!(saved instanceof Saved.Stored)) {
            auditLog.failed(Action.SAVE, account, store.id(), "");
        }
        return saved;
    }

    /** Erases the account's credential; where that cannot be recorded, nothing is erased. */
    public Erased erase(StoreHandle store, Account account, Precondition expected) {
        Query query = queries.toStore(account);
        if (auditLog.isKept() && store.store().find(query).outcome() instanceof Outcome.Absent) {
            return store.store().erase(query, expected); // there is nothing to record
        }
        return recorded(account, store.id(), () -> store.store().erase(queries.toStore(account), expected));
    }

    /**
     * Erases the credentials of several accounts; the answers in their order. A file is changed once for all of them, unless
     * each is to be recorded before it happens.
     */
    public List<Erased> erase(StoreHandle store, List<Account> accounts, Precondition expected) {
        if (accounts.size() > 1 && !auditLog.isKept() && store.store() instanceof OneFileStore file) {
            return file.eraseAll(accounts.stream().map(queries::toStore).toList(), expected);
        }
        List<Erased> erased = new ArrayList<>();
        for (Account account : accounts) {
            erased.add(erase(store, account, expected));
        }
        return erased;
    }

    /**
     * Erases something else of the account; where that cannot be recorded, nothing is erased.
     *
     * @param place what it is recorded to be erased from
     * @param erasure erases it
     */
    public Erased recorded(Account account, SourceId place, Supplier<Erased> erasure) {
        Optional<Complaint> gap = auditLog.record(Action.ERASE, account, place, Result.DONE, "");
        if (gap.isPresent()) {
            return new Erased.Failed(gap.get().location(), gap.get().reason());
        }
        Erased erased = erasure.get();
        if (erased instanceof Erased.Nothing) {
            auditLog.nothingDone();
        } else if (!(erased instanceof Erased.Gone)) {
            auditLog.failed(Action.ERASE, account, place, "");
        }
        return erased;
    }
}
