package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** What the tests of the keychain start from, and what they ask of an answer. */
final class Given {

    public static final ApiKey KEY = ApiKey.parse("wandb_v1_" + "k".repeat(77));
    public static final ApiKey OTHER_KEY = ApiKey.parse("0123456789abcdef0123456789abcdef01234567");
    static final Account CLOUD = account("https://api.wandb.ai");
    static final Account FORGE = account("https://api.forge.coreweave.com");
    static final Precondition ANYTHING = new Precondition.Anything();

    private Given() {}

    public static Account account(String host) {
        return new Account(Host.parse(host), Profile.DEFAULT);
    }

    /** A store that waits until a busy machine has answered. */
    static CredentialStore store(Environment environment) {
        return patientProvider().open(environment, StoreConfig.EMPTY);
    }

    static StoreProvider patientProvider() {
        return new KeyringStoreProvider(Duration.ofHours(1));
    }

    /** A store for keychains that never answer, however long they are waited for. */
    static CredentialStore impatientStore(Environment environment) {
        return new KeyringStoreProvider(Duration.ofMillis(300)).open(environment, StoreConfig.EMPTY);
    }

    static Deadline patience() {
        return Deadline.after(Duration.ofHours(1), System.nanoTime());
    }

    static Query query(Account account) {
        return new Query(account, Interaction.NONE, patience());
    }

    static Query queryOfSomebody(Account account) {
        return new Query(account, Interaction.ALLOWED, patience());
    }

    static String problem(Outcome outcome) {
        return assertInstanceOf(Outcome.Unusable.class, outcome).reason().problem();
    }

    static void assertFound(ApiKey key, Outcome outcome) {
        assertEquals(key, assertInstanceOf(Outcome.Found.class, outcome).credential());
    }

    static void assertSaved(CredentialStore store, Account account, ApiKey key) {
        Saved saved = store.save(query(account), key, ANYTHING);
        assertInstanceOf(Saved.Stored.class, saved, saved::toString);
    }

    /** That every call of the store ends with this problem, and none with "absent". */
    static void assertAllFail(String problem, CredentialStore store) {
        assertEquals(problem, problem(store.find(query(CLOUD)).outcome()));
        Reason unusable = assertInstanceOf(Availability.NotUsable.class, store.availability(patience()))
                .reason();
        assertEquals(problem, unusable.problem());
        Saved saved = store.save(query(CLOUD), KEY, ANYTHING);
        assertEquals(
                problem, assertInstanceOf(Saved.Failed.class, saved).reason().problem());
        Erased erased = store.erase(query(CLOUD), ANYTHING);
        assertEquals(
                problem, assertInstanceOf(Erased.Failed.class, erased).reason().problem());
    }
}
