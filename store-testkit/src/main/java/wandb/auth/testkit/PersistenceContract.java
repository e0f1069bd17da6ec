package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;

/** A key that was saved is found until it is erased. */
abstract class PersistenceContract {

    private final Opened opened;
    private final Account account;
    private final ApiKey key = Opened.key();
    private final ApiKey later = Opened.key();

    PersistenceContract(Opened opened) {
        this.opened = opened;
        this.account = opened.freshAccount();
    }

    @Test
    void whatWasNeverSavedIsAbsent() {
        opened.assertAbsent(account);
    }

    @Test
    void whatWasSavedIsFound() {
        opened.saved(account, key);
        opened.assertHolds(account, key);
    }

    @Test
    void aSaveReplacesTheKey() {
        opened.saved(account, key);
        opened.saved(account, later);
        opened.assertHolds(account, later);
    }

    @Test
    void theSameKeyCanBeSavedAgain() {
        opened.saved(account, key);
        opened.saved(account, key);
        opened.assertHolds(account, key);
    }

    @Test
    void whatWasErasedIsAbsent() {
        opened.saved(account, key);
        assertInstanceOf(Erased.Gone.class, opened.erase(account, Opened.ANYTHING));
        opened.assertAbsent(account);
    }

    @Test
    void whereNothingIsNothingIsErased() {
        assertInstanceOf(Erased.Nothing.class, opened.erase(account, Opened.ANYTHING));
    }

    @Test
    void aSecondErasingFindsNothing() {
        opened.saved(account, key);
        opened.erase(account, Opened.ANYTHING);
        assertInstanceOf(Erased.Nothing.class, opened.erase(account, Opened.ANYTHING));
    }

    @Test
    void aKeyCanBeSavedWhereOneWasErased() {
        opened.saved(account, key);
        opened.erase(account, Opened.ANYTHING);
        opened.saved(account, later);
        opened.assertHolds(account, later);
    }

    @Test
    void oneOpeningServesAnyNumberOfCalls() {
        CredentialStore store = opened.store();
        assertInstanceOf(Saved.Stored.class, store.save(opened.query(account), key, Opened.ANYTHING));
        assertInstanceOf(Saved.Stored.class, store.save(opened.query(account), later, Opened.ANYTHING));
        assertInstanceOf(Erased.Gone.class, store.erase(opened.query(account), Opened.ANYTHING));
        assertInstanceOf(Erased.Nothing.class, store.erase(opened.query(account), Opened.ANYTHING));
    }

    @Test
    void whatAnotherWriterSavedIsFound() throws Exception {
        opened.saved(account, key);
        opened.contract().writeAsAnother(account, later);
        opened.assertHolds(account, later);
    }

    @Test
    void lookingChangesNothing() {
        opened.saved(account, key);
        Finding first = opened.store().find(opened.query(account));
        assertEquals(first, opened.store().find(opened.query(account)));
    }
}
