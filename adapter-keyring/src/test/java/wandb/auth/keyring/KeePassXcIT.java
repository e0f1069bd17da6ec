package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.keyring.Given.ANYTHING;
import static wandb.auth.keyring.Given.CLOUD;
import static wandb.auth.keyring.Given.KEY;
import static wandb.auth.keyring.Given.OTHER_KEY;
import static wandb.auth.keyring.Given.assertFound;
import static wandb.auth.keyring.Given.assertSaved;
import static wandb.auth.keyring.Given.problem;
import static wandb.auth.keyring.Given.query;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.keyring.message.Messages;

/** Items in a real KeePassXC, with its default settings and without confirmations, locked and unlocked. */
@Tag("slow")
@Timeout(600)
class KeePassXcIT {

    private static final String DEFAULT_SETTINGS = "";
    private static final String NO_CONFIRMATIONS = "ConfirmAccessItem=false\nConfirmDeleteItem=false";
    private static final String SERVICE = "wandb:https://api.wandb.ai";

    @TempDir
    private Path home;

    private Desktop desktop;
    private CredentialStore store;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.withoutKeychain(home);
        store = Given.store(desktop.environment());
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    private void starts(String settings, boolean... locked) throws Exception {
        KeePassXc.start(desktop, settings, locked);
        store = Given.store(desktop.environment());
    }

    private Outcome find() {
        return store.find(query(CLOUD)).outcome();
    }

    private String lookup(String attribute) throws Exception {
        return desktop.run("", "secret-tool", "lookup", "service", SERVICE, attribute, "default");
    }

    private void storeByTool(String collection) throws Exception {
        String[] command = {
            "secret-tool",
            "store",
            "--label=by hand",
            "--collection=" + collection,
            "service",
            SERVICE,
            "account",
            "default"
        };
        assertEquals("", desktop.run(OTHER_KEY.reveal(), command));
    }

    @Test
    void aKeyIsSavedFoundByOthersAndErasedThoughNobodyCanBeAsked() throws Exception {
        starts(NO_CONFIRMATIONS, false);
        assertSaved(store, CLOUD, KEY);
        assertFound(KEY, find());
        assertEquals(KEY.reveal(), lookup("account"));
        assertEquals(KEY.reveal(), lookup("username"));
        assertInstanceOf(Erased.Gone.class, store.erase(query(CLOUD), ANYTHING));
        assertInstanceOf(Outcome.Absent.class, find());
    }

    @Test
    void whatSecretToolStoredIsFoundAndReplaced() throws Exception {
        starts(NO_CONFIRMATIONS, false);
        storeByTool("default");
        assertFound(OTHER_KEY, find());
        assertSaved(store, CLOUD, KEY);
        assertEquals(KEY.reveal(), lookup("account"));
    }

    @Test
    void itIsToldWhoKeepsItAndThatItDoesNotForget() throws Exception {
        starts(DEFAULT_SETTINGS, false);
        assertEquals(
                new Availability.Usable(List.of(Messages.keptBy("KeePassXC")), false),
                store.availability(Given.patience()));
    }

    @Test
    void withItsDefaultSettingsAKeyIsSavedAndReadingItNeedsSomebody() throws Exception {
        starts(DEFAULT_SETTINGS, false);
        assertSaved(store, CLOUD, KEY);
        assertEquals(Messages.confirmationNeededByKeePassXc().problem(), problem(find()));
    }

    @Test
    void aLockedDatabaseIsLockedAtOnce() throws Exception {
        starts(DEFAULT_SETTINGS, true);
        Given.assertAllFail(Messages.locked("KeePassXC").problem(), store);
        assertTrue(find().toString().contains("for instance in KeePassXC"));
    }

    private Future<Outcome> findAsking(ExecutorService threads) {
        return threads.submit(() -> store.find(Given.queryOfSomebody(CLOUD)).outcome());
    }

    @Test
    void aLockedDatabaseIsOpenedByThePersonWhoIsAsked() throws Exception {
        starts(NO_CONFIRMATIONS, true);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Outcome> found = findAsking(threads);
            KeePassXc.personTypes(desktop, "Unlock Database", KeePassXc.PASSWORD, "Return");
            assertInstanceOf(Outcome.Absent.class, found.get());
        }
    }

    @Test
    void withItsDefaultSettingsAPersonAllowsThatAKeyIsRead() throws Exception {
        starts(DEFAULT_SETTINGS, false);
        assertSaved(store, CLOUD, KEY);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Outcome> found = findAsking(threads);
            KeePassXc.personTypes(desktop, "Access Request", "Return");
            assertFound(KEY, found.get());
        }
    }

    @Test
    void ofTwoDatabasesTheOpenOneGivesItsKey() throws Exception {
        starts(NO_CONFIRMATIONS, false, true);
        storeByTool("/org/freedesktop/secrets/collection/database0");
        assertFound(OTHER_KEY, find());
    }

    @Test
    void ofTwoDatabasesTheLockedOneMayHoldTheKey() throws Exception {
        starts(NO_CONFIRMATIONS, false, true);
        assertEquals(Messages.locked("KeePassXC").problem(), problem(find()));
    }
}
