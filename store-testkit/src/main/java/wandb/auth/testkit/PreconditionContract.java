package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;

/** Where something else is than the caller of a change expects, the answer is a conflict, and nothing is changed. */
abstract class PreconditionContract {

    private final Opened opened;
    private final Account account;
    private final ApiKey key = Opened.key();
    private final ApiKey later = Opened.key();

    PreconditionContract(Opened opened) {
        this.opened = opened;
        this.account = opened.freshAccount();
    }

    private static Precondition exactly(Revision revision) {
        return new Precondition.Exactly(revision);
    }

    private void assertSaveConflicts(ApiKey wanted, Precondition expected) {
        assertInstanceOf(Saved.Conflict.class, opened.save(account, wanted, expected));
    }

    private void assertErasingConflicts(Precondition expected) {
        assertInstanceOf(Erased.Conflict.class, opened.erase(account, expected));
    }

    @Test
    void theRevisionOfASaveIsTheOneThatIsFound() {
        Revision revision = opened.saved(account, key);
        assertEquals(
                revision,
                assertInstanceOf(Outcome.Found.class, opened.find(account)).revision());
    }

    @Test
    void anotherKeyIsAnotherRevision() {
        assertNotEquals(opened.saved(account, key), opened.saved(account, later));
    }

    @Test
    void aSaveThatExpectsNothingSucceedsWhereNothingIs() {
        assertInstanceOf(Saved.Stored.class, opened.save(account, key, Opened.ABSENT));
        opened.assertHolds(account, key);
    }

    @Test
    void aSaveThatExpectsNothingSucceedsWhereAKeyWasErased() {
        opened.saved(account, key);
        opened.erase(account, Opened.ANYTHING);
        assertInstanceOf(Saved.Stored.class, opened.save(account, later, Opened.ABSENT));
        opened.assertHolds(account, later);
    }

    @Test
    void aSaveThatExpectsNothingConflictsWithAKey() {
        opened.saved(account, key);
        assertSaveConflicts(later, Opened.ABSENT);
        opened.assertHolds(account, key);
    }

    @Test
    void aSaveOverTheExpectedRevisionSucceeds() {
        Revision revision = opened.saved(account, key);
        assertInstanceOf(Saved.Stored.class, opened.save(account, later, exactly(revision)));
        opened.assertHolds(account, later);
    }

    @Test
    void aSaveOverAnEarlierRevisionConflicts() {
        Revision revision = opened.saved(account, key);
        opened.saved(account, later);
        assertSaveConflicts(key, exactly(revision));
        opened.assertHolds(account, later);
    }

    @Test
    void aSaveOverWhatAnotherWriterChangedConflicts() throws Exception {
        Revision revision = opened.saved(account, key);
        opened.contract().writeAsAnother(account, later);
        assertSaveConflicts(key, exactly(revision));
        opened.assertHolds(account, later);
    }

    @Test
    void aSaveOverARevisionThatWasErasedConflicts() {
        Revision revision = opened.saved(account, key);
        opened.erase(account, Opened.ANYTHING);
        assertSaveConflicts(later, exactly(revision));
        opened.assertAbsent(account);
    }

    @Test
    void anErasingOfTheExpectedRevisionSucceeds() {
        Revision revision = opened.saved(account, key);
        assertInstanceOf(Erased.Gone.class, opened.erase(account, exactly(revision)));
        opened.assertAbsent(account);
    }

    @Test
    void anErasingOfAnEarlierRevisionConflicts() {
        Revision revision = opened.saved(account, key);
        opened.saved(account, later);
        assertErasingConflicts(exactly(revision));
        opened.assertHolds(account, later);
    }

    @Test
    void anErasingOfWhatAnotherWriterChangedConflicts() throws Exception {
        Revision revision = opened.saved(account, key);
        opened.contract().writeAsAnother(account, later);
        assertErasingConflicts(exactly(revision));
        opened.assertHolds(account, later);
    }

    @Test
    void anErasingOfARevisionConflictsWhereNothingIs() {
        Revision revision = opened.saved(account, key);
        opened.erase(account, Opened.ANYTHING);
        assertErasingConflicts(exactly(revision));
    }

    @Test
    void anErasingThatExpectsNothingConflictsWithAKey() {
        opened.saved(account, key);
        assertErasingConflicts(Opened.ABSENT);
        opened.assertHolds(account, key);
    }

    @Test
    void anErasingThatExpectsNothingFindsNothing() {
        assertInstanceOf(Erased.Nothing.class, opened.erase(account, Opened.ABSENT));
    }
}
