package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** What the tests of helpers and commands start from, and what they ask of an answer. */
final class Given {

    public static final ApiKey KEY = ApiKey.parse("0123456789abcdef0123456789abcdef01234567");
    public static final ApiKey OTHER_KEY = ApiKey.parse("b".repeat(40));
    static final Account CLOUD = account("https://api.wandb.ai");
    static final Precondition ANYTHING = new Precondition.Anything();
    static final String URL = "https://api.wandb.ai/wandb-login/default";
    static final String USER = "default@api.wandb.ai";

    private Given() {}

    public static Account account(String host) {
        return new Account(Host.parse(host), Profile.DEFAULT);
    }

    static Deadline patience() {
        return Deadline.after(Duration.ofHours(1), System.nanoTime());
    }

    /** For a program that will not answer, however long it is waited for. */
    static Deadline impatience() {
        return Deadline.after(Duration.ofMillis(20), System.nanoTime());
    }

    static Query query(Account account) {
        return query(account, patience());
    }

    static Query query(Account account, Deadline deadline) {
        return new Query(account, Interaction.NONE, deadline);
    }

    /** The answer of a helper that has this key. */
    static String answer(ApiKey key) {
        return answer(URL, USER, key.reveal());
    }

    static String answer(String url, String user, String secret) {
        return "{\"ServerURL\":\"" + url + "\",\"Username\":\"" + user + "\",\"Secret\":\"" + secret + "\"}";
    }

    static void assertFound(ApiKey key, Outcome outcome) {
        assertEquals(key, assertInstanceOf(Outcome.Found.class, outcome).credential());
    }

    static String problem(Outcome outcome) {
        return shown(assertInstanceOf(Outcome.Unusable.class, outcome).reason()).problem();
    }

    static String problem(Saved saved) {
        return shown(assertInstanceOf(Saved.Failed.class, saved).reason()).problem();
    }

    static String problem(Erased erased) {
        return shown(assertInstanceOf(Erased.Failed.class, erased).reason()).problem();
    }

    /** Whatever it is about, a person gets a sentence and a remedy, and no key. */
    static Reason shown(Reason reason) {
        for (String sentence : List.of(reason.problem(), reason.remedy())) {
            assertFalse(sentence.isBlank());
            assertFalse(sentence.contains(KEY.reveal()), sentence);
            assertFalse(sentence.contains(OTHER_KEY.reveal()), sentence);
            assertFalse(sentence.contains("\u001b"), sentence);
        }
        return reason;
    }
}
