package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Expected;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/**
 * What every store promises. A test of a store extends this and gives one that can be used, and one that cannot. Each
 * test uses a server of its own, so that they do not meet in a store that outlives them.
 */
abstract class StoreContract {

    private static final Expected ANYTHING = new Expected.Anything();

    private static int servers;

    private final ApiKey first = key('1');
    private final ApiKey second = key('2');

    private final Account account = account("https://contract-" + servers++ + ".example.com");

    /** A store that can be used. */
    protected abstract CredentialStore store();

    /** A store whose place is not there. */
    protected abstract CredentialStore unavailableStore();

    private static ApiKey key(char digit) {
        return ApiKey.parse(String.valueOf(digit).repeat(40));
    }

    private static Account account(String host) {
        return new Account(Host.parse(host), Profile.DEFAULT);
    }

    private static Query query(Account account) {
        return new Query(account, Interaction.NONE, Deadline.after(Duration.ofSeconds(10), System.nanoTime()));
    }

    private Outcome find(Account wanted) {
        return store().find(query(wanted)).outcome();
    }

    private Saved save(Account wanted, ApiKey key, Expected expected) {
        return store().save(query(wanted), key, expected);
    }

    private Erased erase(Expected expected) {
        return store().erase(query(account), expected);
    }

    private Revision saved(ApiKey key) {
        return assertInstanceOf(Saved.Stored.class, save(account, key, ANYTHING))
                .revision();
    }

    private void assertHolds(Account wanted, ApiKey key) {
        assertEquals(key, assertInstanceOf(Outcome.Found.class, find(wanted)).credential());
    }

    @Test
    void aStoreThatCanBeUsedSaysSo() {
        Deadline deadline = query(account).deadline();
        assertInstanceOf(Availability.Usable.class, store().availability(deadline));
    }

    @Test
    void whatWasNeverSavedIsAbsent() {
        assertInstanceOf(Outcome.Absent.class, find(account));
    }

    @Test
    void whatWasSavedIsFound() {
        saved(first);
        assertHolds(account, first);
    }

    @Test
    void aSaveReplacesTheKey() {
        saved(first);
        saved(second);
        assertHolds(account, second);
    }

    @Test
    void whatWasErasedIsAbsent() {
        saved(first);
        assertInstanceOf(Erased.Gone.class, erase(ANYTHING));
        assertInstanceOf(Outcome.Absent.class, find(account));
    }

    @Test
    void nothingIsErasedWhereNothingIs() {
        assertInstanceOf(Erased.Nothing.class, erase(ANYTHING));
    }

    @Test
    void theRevisionOfASaveIsTheOneThatIsFound() {
        Revision revision = saved(first);
        assertEquals(
                revision, assertInstanceOf(Outcome.Found.class, find(account)).revision());
    }

    @Test
    void anotherKeyIsAnotherRevision() {
        assertFalse(saved(first).equals(saved(second)));
    }

    @Test
    void aSaveOverTheExpectedRevisionSucceeds() {
        Revision revision = saved(first);
        assertInstanceOf(Saved.Stored.class, save(account, second, new Expected.Exactly(revision)));
        assertHolds(account, second);
    }

    @Test
    void aSaveOverAnotherRevisionChangesNothing() {
        Revision revision = saved(first);
        saved(second);
        assertInstanceOf(Saved.Conflict.class, save(account, first, new Expected.Exactly(revision)));
        assertHolds(account, second);
    }

    @Test
    void aSaveThatExpectsNothingChangesNothingWhereSomethingIs() {
        saved(first);
        assertInstanceOf(Saved.Conflict.class, save(account, second, new Expected.Absent()));
        assertHolds(account, first);
    }

    @Test
    void aSaveThatExpectsNothingSucceedsWhereNothingIs() {
        assertInstanceOf(Saved.Stored.class, save(account, first, new Expected.Absent()));
        assertHolds(account, first);
    }

    @Test
    void anErasingOfAnotherRevisionChangesNothing() {
        Revision revision = saved(first);
        saved(second);
        assertInstanceOf(Erased.Conflict.class, erase(new Expected.Exactly(revision)));
        assertHolds(account, second);
    }

    @Test
    void anErasingOfTheExpectedRevisionSucceeds() {
        assertInstanceOf(Erased.Gone.class, erase(new Expected.Exactly(saved(first))));
    }

    @Test
    void anErasingOfARevisionWhereNothingIsAConflict() {
        Revision revision = saved(first);
        erase(ANYTHING);
        assertInstanceOf(Erased.Conflict.class, erase(new Expected.Exactly(revision)));
    }

    @Test
    void twoProfilesOfAServerAreTwoItems() {
        Account work = new Account(account.host(), new Profile("work"));
        save(account, first, ANYTHING);
        save(work, second, ANYTHING);
        assertHolds(account, first);
        assertHolds(work, second);
        erase(ANYTHING);
        assertHolds(work, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "https://wandb.example.com:8443",
                "https://wandb.example.com/teams/a%20b",
                "http://[::1]:8080",
                "http://127.0.0.1:8080",
                "https://b\u00fccher.example",
                "https://under_score.example.com"
            })
    void everyAddressOfAServerIsANameOfItsOwn(String address) {
        saved(first);
        Account odd = account(address);
        assertInstanceOf(Saved.Stored.class, save(odd, second, ANYTHING));
        assertHolds(odd, second);
        assertHolds(account, first);
        assertInstanceOf(Erased.Gone.class, store().erase(query(odd), ANYTHING));
        assertInstanceOf(Outcome.Absent.class, find(odd));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 86, 1000})
    void keysOfEveryLengthComeBack(int length) {
        ApiKey key = ApiKey.parse("local-" + "aZ09_-".repeat(length).substring(0, length));
        saved(key);
        assertHolds(account, key);
    }

    @Test
    void aTokenAsAKeyComesBack() {
        ApiKey token = ApiKey.parse("e30.eyJzdWIiOiJhIn0." + "A".repeat(342));
        saved(token);
        assertHolds(account, token);
    }

    @Test
    void theCloudsKeyIsFoundByEitherName() {
        Account cloud = account("https://api.wandb.ai");
        Account forge = account("https://api.forge.coreweave.com");
        save(cloud, first, ANYTHING);
        assertHolds(forge, first);
        save(forge, second, ANYTHING);
        assertHolds(cloud, second);
        assertInstanceOf(Erased.Gone.class, store().erase(query(forge), ANYTHING));
        assertInstanceOf(Outcome.Absent.class, find(cloud));
    }

    @Test
    void noAnswerShowsTheSecret() {
        String answers = store().save(query(account), first, ANYTHING)
                + " "
                + store().find(query(account))
                + store().save(query(account), second, new Expected.Absent())
                + store().erase(query(account), ANYTHING);
        assertFalse(answers.contains(first.reveal()), answers);
        assertFalse(answers.contains(second.reveal()), answers);
    }

    @Test
    void aStoreThatIsNotThereIsNoStoreWithoutAKey() {
        CredentialStore missing = unavailableStore();
        Query query = query(account);
        assertInstanceOf(Availability.NotUsable.class, missing.availability(query.deadline()));
        assertInstanceOf(Outcome.Unusable.class, missing.find(query).outcome());
        assertInstanceOf(Saved.Failed.class, missing.save(query, first, ANYTHING));
        assertInstanceOf(Erased.Failed.class, missing.erase(query, ANYTHING));
    }
}
