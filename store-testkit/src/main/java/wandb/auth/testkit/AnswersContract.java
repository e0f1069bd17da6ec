package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A place that is not there or does not answer is told from an empty one, and every call ends by its deadline. */
abstract class AnswersContract {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Far beyond any deadline that a test sets: it tells a call that ends from one that does not. */
    private static final Duration NEVER = Duration.ofMinutes(5);

    private final Opened opened;
    private final Account account;
    private final ApiKey key = Opened.key();
    private final ApiKey later = Opened.key();

    AnswersContract(Opened opened) {
        this.opened = opened;
        this.account = opened.freshAccount();
    }

    private static void assertSays(Reason reason) {
        assertFalse(reason.problem().isBlank(), "no problem is told");
        assertFalse(reason.remedy().isBlank(), "no remedy is told");
    }

    private static void assertFindsTrouble(CredentialStore store, Query query) {
        assertSays(assertInstanceOf(Outcome.Unusable.class, store.find(query).outcome())
                .reason());
    }

    private static void assertIsNotUsable(CredentialStore store, Query query) {
        assertSays(assertInstanceOf(Availability.NotUsable.class, store.availability(query.deadline()))
                .reason());
    }

    private void assertDoesNotSave(CredentialStore store, Query query) {
        assertSays(assertInstanceOf(Saved.Failed.class, store.save(query, key, Opened.ANYTHING))
                .reason());
    }

    private static void assertDoesNotErase(CredentialStore store, Query query) {
        assertSays(assertInstanceOf(Erased.Failed.class, store.erase(query, Opened.ANYTHING))
                .reason());
    }

    @Test
    void aStoreThatCanBeUsedSaysSoAndChangesNothing() {
        assertInstanceOf(
                Availability.Usable.class,
                opened.store().availability(opened.query(account).deadline()));
        opened.assertAbsent(account);
    }

    @Test
    void aPlaceThatIsNotThereIsNotAvailable() {
        assertIsNotUsable(opened.open(opened.contract().unavailable()), opened.query(account));
    }

    @Test
    void aPlaceThatIsNotThereIsNotWithoutAKey() {
        assertFindsTrouble(opened.open(opened.contract().unavailable()), opened.query(account));
    }

    @Test
    void nothingIsSavedInAPlaceThatIsNotThere() {
        assertDoesNotSave(opened.open(opened.contract().unavailable()), opened.query(account));
    }

    @Test
    void nothingIsErasedInAPlaceThatIsNotThere() {
        assertDoesNotErase(opened.open(opened.contract().unavailable()), opened.query(account));
    }

    @TestFactory
    List<DynamicTest> aPlaceThatNeverAnswersIsNotWaitedFor() {
        Optional<Surroundings> silent = opened.contract().silent();
        if (silent.isEmpty()) {
            return List.of();
        }
        Supplier<CredentialStore> store = () -> opened.open(silent.get());
        Supplier<Query> query = () -> Opened.query(account, SHORT);
        return List.of(
                ending("availability", () -> assertIsNotUsable(store.get(), query.get())),
                ending("find", () -> assertFindsTrouble(store.get(), query.get())),
                ending("save", () -> assertDoesNotSave(store.get(), query.get())),
                ending("erase", () -> assertDoesNotErase(store.get(), query.get())));
    }

    private static DynamicTest ending(String name, Runnable call) {
        return dynamicTest(name, () -> assertTimeoutPreemptively(NEVER, call::run));
    }

    @Test
    void aLookupThatIsTooLateDoesNotSayThatNothingIsThere() {
        opened.saved(account, key);
        Outcome outcome = assertTimeoutPreemptively(
                NEVER, () -> opened.store().find(tooLate()).outcome());
        assertTrue(outcome instanceof Outcome.Found || outcome instanceof Outcome.Unusable, outcome::toString);
    }

    @Test
    void aSaveThatIsTooLateIsDoneOrFails() {
        opened.saved(account, key);
        Saved saved = assertTimeoutPreemptively(NEVER, () -> opened.store().save(tooLate(), later, Opened.ANYTHING));
        assertTrue(saved instanceof Saved.Stored || saved instanceof Saved.Failed, saved::toString);
        opened.assertHolds(account, saved instanceof Saved.Stored ? later : key);
    }

    @Test
    void anErasingThatIsTooLateIsDoneOrFails() {
        opened.saved(account, key);
        Erased erased = assertTimeoutPreemptively(NEVER, () -> opened.store().erase(tooLate(), Opened.ANYTHING));
        assertTrue(erased instanceof Erased.Gone || erased instanceof Erased.Failed, erased::toString);
        if (erased instanceof Erased.Gone) {
            opened.assertAbsent(account);
        } else {
            opened.assertHolds(account, key);
        }
    }

    private Query tooLate() {
        return Opened.query(account, Duration.ofNanos(-1));
    }
}
