package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;

/** Several writers at once, each with an opening of its own, lose nothing. */
abstract class ConcurrencyContract {

    private static final int WRITERS = 6;
    private static final int TURNS = 3;

    private final Opened opened;

    ConcurrencyContract(Opened opened) {
        this.opened = opened;
    }

    /** Runs the calls at once and gives their answers in the same order. */
    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theKeysOfAllAccountsAreKept() throws Exception {
        List<Account> accounts = new ArrayList<>();
        List<ApiKey> keys = new ArrayList<>();
        List<Callable<Saved>> saves = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Account account = opened.freshAccount();
            ApiKey key = Opened.key();
            accounts.add(account);
            keys.add(key);
            saves.add(() -> opened.save(account, key, Opened.ABSENT));
        }
        for (Saved saved : atOnce(saves)) {
            assertInstanceOf(Saved.Stored.class, saved);
        }
        for (int i = 0; i < WRITERS; i++) {
            opened.assertHolds(accounts.get(i), keys.get(i));
        }
    }

    @Test
    void ofSeveralWhoExpectNothingOneSaves() throws Exception {
        assertOneSaves(opened.freshAccount(), Opened.ABSENT);
    }

    @Test
    void ofSeveralWhoExpectTheSameRevisionOneSaves() throws Exception {
        Account account = opened.freshAccount();
        assertOneSaves(account, new Precondition.Exactly(opened.saved(account, Opened.key())));
    }

    private void assertOneSaves(Account account, Precondition expected) throws Exception {
        if (opened.has(Limit.NO_CONCURRENT_SAVES)) {
            return;
        }
        List<ApiKey> keys = new ArrayList<>();
        List<Callable<Saved>> saves = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            ApiKey key = Opened.key();
            keys.add(key);
            saves.add(() -> opened.save(account, key, expected));
        }
        List<Saved> answers = atOnce(saves);
        List<ApiKey> stored = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            if (answers.get(i) instanceof Saved.Stored) {
                stored.add(keys.get(i));
            }
        }
        if (opened.has(Limit.NO_COMPARE_AND_SET)) {
            Outcome.Found found = assertInstanceOf(Outcome.Found.class, opened.find(account));
            assertTrue(keys.contains(found.credential()), "the key is one of those that were saved");
        } else {
            assertEquals(1, stored.size(), answers::toString);
            opened.assertHolds(account, stored.getFirst());
        }
    }

    @Test
    void noChangeIsLostWhereEachExpectsWhatItRead() throws Exception {
        if (opened.has(Limit.NO_COMPARE_AND_SET)) {
            return;
        }
        Account account = opened.freshAccount();
        opened.saved(account, numbered(0));
        List<Callable<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            counts.add(() -> countUp(account));
        }
        atOnce(counts);
        opened.assertHolds(account, numbered(WRITERS * TURNS));
    }

    /** Adds one to the number that the key is, as often as it is this writer's turn. */
    private int countUp(Account account) {
        int done = 0;
        while (done < TURNS) {
            Outcome.Found found = assertInstanceOf(Outcome.Found.class, opened.find(account));
            int number = Integer.parseInt(found.credential().reveal());
            Saved saved = opened.save(account, numbered(number + 1), new Precondition.Exactly(found.revision()));
            assertTrue(saved instanceof Saved.Stored || saved instanceof Saved.Conflict, saved::toString);
            done += saved instanceof Saved.Stored ? 1 : 0;
        }
        return done;
    }

    private static ApiKey numbered(int number) {
        String digits = Integer.toString(number);
        return ApiKey.parse("0".repeat(ApiKey.MIN_SECRET_LENGTH - digits.length()) + digits);
    }
}
