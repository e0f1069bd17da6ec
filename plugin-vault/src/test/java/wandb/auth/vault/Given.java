package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
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
import wandb.auth.testkit.Surroundings;

/** What the tests of this plugin start from, and what they ask of an answer. */
final class Given {

    public static final ApiKey KEY = ApiKey.parse("0123456789".repeat(4));
    public static final ApiKey OTHER_KEY = ApiKey.parse("wandb_v1_" + "k".repeat(77));
    static final Account ACCOUNT = new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT);
    static final String PATH = "wandb/wandb.example.com/default";
    static final Precondition ANYTHING = new Precondition.Anything();

    private Given() {}

    static CredentialStore store(Path home, Map<String, String> variables, Map<String, String> settings) {
        Surroundings surroundings = Surroundings.of(home, variables, settings);
        return new VaultStoreProvider().open(surroundings.environment(), surroundings.section());
    }

    static CredentialStore store(FakeVault vault) {
        return store(vault, Map.of());
    }

    static CredentialStore store(FakeVault vault, Map<String, String> settings) {
        return store(
                Path.of("/nowhere"), Map.of("VAULT_ADDR", vault.address(), "VAULT_TOKEN", FakeVault.TOKEN), settings);
    }

    static Deadline deadline() {
        return Deadline.after(Duration.ofHours(1), System.nanoTime());
    }

    static Query query(Account account) {
        return new Query(account, Interaction.NONE, deadline());
    }

    static Outcome find(CredentialStore store) {
        return store.find(query(ACCOUNT)).outcome();
    }

    static void assertHolds(CredentialStore store, ApiKey key) {
        assertEquals(key, assertInstanceOf(Outcome.Found.class, find(store)).credential());
    }

    static Reason trouble(CredentialStore store) {
        return assertInstanceOf(Outcome.Unusable.class, find(store)).reason();
    }

    static Reason saveTrouble(CredentialStore store) {
        return assertInstanceOf(Saved.Failed.class, store.save(query(ACCOUNT), KEY, ANYTHING))
                .reason();
    }

    static Reason eraseTrouble(CredentialStore store) {
        return assertInstanceOf(Erased.Failed.class, store.erase(query(ACCOUNT), ANYTHING))
                .reason();
    }

    /** That every call of the store ends for this reason, and none with "absent". */
    static void assertAllFail(Reason reason, CredentialStore store) {
        assertEquals(reason, trouble(store));
        assertEquals(reason, saveTrouble(store));
        assertEquals(reason, eraseTrouble(store));
        assertEquals(reason, unavailable(store));
    }

    static Reason unavailable(CredentialStore store) {
        return assertInstanceOf(Availability.NotUsable.class, store.availability(deadline()))
                .reason();
    }
}
