package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.keyring.Given.ANYTHING;
import static wandb.auth.keyring.Given.CLOUD;
import static wandb.auth.keyring.Given.FORGE;
import static wandb.auth.keyring.Given.KEY;
import static wandb.auth.keyring.Given.OTHER_KEY;
import static wandb.auth.keyring.Given.assertFound;
import static wandb.auth.keyring.Given.assertSaved;
import static wandb.auth.keyring.Given.problem;
import static wandb.auth.keyring.Given.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.keyring.message.Messages;

/** Items in a real GNOME Keyring, seen by libsecret's {@code secret-tool} too. */
class GnomeKeyringIT {

    private static final String CLOUD_SERVICE = "wandb:https://api.wandb.ai";
    private static final Location OLDER =
            new Location.Place("keychain item 'wandb API key for api.wandb.ai (default)' in the collection 'Login'");
    private static final String FORGE_SERVICE = "wandb:https://api.forge.coreweave.com";

    @TempDir
    Path home;

    private Desktop desktop;
    private CredentialStore store;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        desktop = Desktop.withKeychain(home);
        store = Given.store(desktop.environment());
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    private String lookup(String service, String account) throws IOException, InterruptedException {
        return desktop.run("", "secret-tool", "lookup", "service", service, "account", account);
    }

    private String found(String service) throws IOException, InterruptedException {
        return desktop.run("", "secret-tool", "search", "--all", "service", service);
    }

    private int items() throws IOException, InterruptedException {
        return found(CLOUD_SERVICE).split("secret = ", -1).length - 1;
    }

    private void storeByTool(String secret, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("secret-tool", "store", "--label=by hand"));
        command.addAll(List.of(arguments));
        assertEquals("", desktop.run(secret, command.toArray(String[]::new)));
    }

    private Outcome find(Account account) {
        return store.find(query(account)).outcome();
    }

    @Test
    void itIsEncryptedAtRest() {
        assertEquals(Protection.ENCRYPTED, store.protection());
    }

    @Test
    void secretToolReadsWhatWasSaved() throws Exception {
        assertSaved(store, CLOUD, KEY);
        assertEquals(KEY.reveal(), lookup(CLOUD_SERVICE, "default"));
    }

    @Test
    void aPersonFindsTheItemByItsLabelAndItsServer() throws Exception {
        assertSaved(store, new Account(Host.parse("https://wandb.example.com:8443/a"), new Profile("work")), KEY);
        String item = found("wandb:https://wandb.example.com:8443/a");
        assertTrue(item.contains("label = wandb API key for wandb.example.com:8443/a (work)\n"), item);
        assertTrue(item.contains("attribute.account = work\n"), item);
    }

    @Test
    void whatSecretToolStoredIsFound() throws Exception {
        storeByTool(KEY.reveal(), "service", CLOUD_SERVICE, "account", "default");
        assertFound(KEY, find(CLOUD));
    }

    @Test
    void whatSecretToolStoredIsReplacedInPlace() throws Exception {
        storeByTool(KEY.reveal(), "service", CLOUD_SERVICE, "account", "default");
        assertSaved(store, CLOUD, OTHER_KEY);
        assertEquals(1, items());
        assertEquals(OTHER_KEY.reveal(), lookup(CLOUD_SERVICE, "default"));
    }

    @Test
    void whatWasErasedIsGoneForSecretToolToo() throws Exception {
        assertSaved(store, CLOUD, KEY);
        assertInstanceOf(Erased.Gone.class, store.erase(query(CLOUD), ANYTHING));
        assertEquals("", lookup(CLOUD_SERVICE, "default"));
    }

    @Test
    void anItemThatHoldsNoKeyIsUnusableAndIsNotQuoted() throws Exception {
        storeByTool("my password", "service", CLOUD_SERVICE, "account", "default");
        Finding finding = store.find(query(CLOUD));
        assertInstanceOf(Outcome.Unusable.class, finding.outcome());
        assertFalse(finding.toString().contains("my password"), finding::toString);
    }

    @Test
    void theCloudIsSavedByItsDocumentedName() throws Exception {
        assertSaved(store, FORGE, KEY);
        assertEquals(KEY.reveal(), lookup(CLOUD_SERVICE, "default"));
        assertEquals("", lookup(FORGE_SERVICE, "default"));
    }

    @Test
    void aCloudNameThatIsThereAlreadyIsSavedToo() throws Exception {
        storeByTool(OTHER_KEY.reveal(), "service", FORGE_SERVICE, "account", "default");
        assertSaved(store, CLOUD, KEY);
        assertEquals(KEY.reveal(), lookup(FORGE_SERVICE, "default"));
        assertFound(KEY, find(FORGE));
    }

    @Test
    void aLookupTakesItsOwnNameFirstAndTellsOfTheOther() throws Exception {
        storeByTool(KEY.reveal(), "service", CLOUD_SERVICE, "account", "default");
        storeByTool(OTHER_KEY.reveal(), "service", FORGE_SERVICE, "account", "default");
        assertFound(KEY, find(CLOUD));
        assertFound(OTHER_KEY, find(FORGE));
        assertEquals(1, store.find(query(CLOUD)).remarks().size());
    }

    @Test
    void ofTwoItemsOfANameTheNewestCountsAndIsReplaced() throws Exception {
        storeByTool(KEY.reveal(), "service", CLOUD_SERVICE, "account", "default");
        Thread.sleep(1100); // the keychain counts seconds
        storeByTool(OTHER_KEY.reveal(), "--collection=session", "service", CLOUD_SERVICE, "account", "default");
        Finding finding = store.find(query(CLOUD));
        assertFound(OTHER_KEY, finding.outcome());
        assertEquals(List.of(Messages.sameName(2)), finding.remarks());
        assertSaved(store, CLOUD, KEY);
        assertEquals(List.of(), store.find(query(CLOUD)).remarks());
        assertFound(KEY, find(CLOUD));
    }

    /** With another key, that one stays. */
    @Test
    void aSaveThatFindsAnOlderItemWithAKeyOfItsOwnLeavesItAndNamesItsCollection() throws Exception {
        twoKeys();
        Saved saved = store.save(query(CLOUD), ApiKey.parse("wandb_v1_" + "n".repeat(77)), ANYTHING);
        assertEquals(
                List.of(Messages.otherKeyLeft(OLDER)),
                assertInstanceOf(Saved.Stored.class, saved).remarks());
        assertEquals(2, items());
    }

    /** As a move does. */
    @Test
    void anErasingOfTheKeyThatWasFoundLeavesTheOlderOneAndNamesItsCollection() throws Exception {
        twoKeys();
        Outcome.Found found = assertInstanceOf(Outcome.Found.class, find(CLOUD));
        Erased erased = store.erase(query(CLOUD), new Precondition.Exactly(found.revision()));
        assertEquals(
                List.of(Messages.otherKeyLeft(OLDER)),
                assertInstanceOf(Erased.Gone.class, erased).remarks());
        assertFound(KEY, find(CLOUD));
    }

    /** As a logout does. */
    @Test
    void anErasingOfWhateverIsThereTakesAllItemsOfTheNameAndTellsOfTheOtherKey() throws Exception {
        twoKeys();
        Erased erased = store.erase(query(CLOUD), ANYTHING);
        assertEquals(
                List.of(Messages.otherKeyErased(OLDER)),
                assertInstanceOf(Erased.Gone.class, erased).remarks());
        assertEquals("", found(CLOUD_SERVICE));
    }

    private void twoKeys() throws IOException, InterruptedException {
        storeByTool(KEY.reveal(), "service", CLOUD_SERVICE, "account", "default");
        storeByTool(OTHER_KEY.reveal(), "--collection=session", "service", CLOUD_SERVICE, "account", "default");
    }

    @Test
    void anItemOfAnotherProgramIsNeitherFoundNorChangedNorErased() throws Exception {
        storeByTool("theirs", "service", CLOUD_SERVICE, "account", "default", "application", "Another program");
        assertInstanceOf(Outcome.Absent.class, find(CLOUD));
        assertSaved(store, CLOUD, KEY);
        assertInstanceOf(Erased.Gone.class, store.erase(query(CLOUD), ANYTHING));
        assertEquals(
                "theirs",
                desktop.run("", "secret-tool", "lookup", "service", CLOUD_SERVICE, "application", "Another program"));
    }

    @Test
    void aTokenOfAMegabyteComesBack() {
        ApiKey token = ApiKey.parse("e30.e30." + "A".repeat(1 << 20));
        assertSaved(store, CLOUD, token);
        assertFound(token, find(CLOUD));
    }

    @Test
    void aLockedKeychainIsLockedNotEmpty() throws Exception {
        assertSaved(store, CLOUD, KEY);
        desktop.lock();
        Given.assertAllFail(Messages.locked("Seahorse (Passwords and Keys)").problem(), store);
    }

    @Test
    void aKeyInWhatIsOpenIsFoundThoughTheDefaultKeyringIsLocked() throws Exception {
        storeByTool(KEY.reveal(), "--collection=session", "service", CLOUD_SERVICE, "account", "default");
        desktop.lock();
        assertFound(KEY, find(CLOUD));
        assertFound(KEY, find(FORGE));
    }

    @Test
    void itIsToldWhoKeepsIt() {
        assertEquals(
                new Availability.Usable(List.of(Messages.keptBy("GNOME Keyring")), true),
                store.availability(Given.patience()));
    }

    @Test
    void secretToolFindsWhatWasSavedByTheNameThatPythonUses() throws Exception {
        assertSaved(store, CLOUD, KEY);
        assertEquals(
                KEY.reveal(),
                desktop.run("", "secret-tool", "lookup", "service", CLOUD_SERVICE, "username", "default"));
    }

    @Test
    void anItemOfPythonsKeyringIsFoundAndReplacedForIt() throws Exception {
        String[] python = {"application", "Python keyring library", "service", CLOUD_SERVICE, "username", "default"};
        storeByTool(OTHER_KEY.reveal(), python);
        assertFound(OTHER_KEY, find(CLOUD));
        assertSaved(store, CLOUD, KEY);
        List<String> lookup = new ArrayList<>(List.of("secret-tool", "lookup"));
        lookup.addAll(List.of(python));
        assertEquals(KEY.reveal(), desktop.run("", lookup.toArray(String[]::new)));
        assertEquals(KEY.reveal(), lookup(CLOUD_SERVICE, "default"));
    }

    @Test
    void aLockedKeychainDoesNotTellWhatItDoesNotHold() throws Exception {
        desktop.lock();
        assertEquals(
                Messages.locked("Seahorse (Passwords and Keys)").problem(),
                problem(find(Given.account("https://never.example.com"))));
    }

    @Test
    void whereSomebodyMayBeAskedAndNoPrompterRunsNobodyIsBlamed() throws Exception {
        assertSaved(store, CLOUD, KEY);
        desktop.lock();
        Outcome outcome = store.find(Given.queryOfSomebody(CLOUD)).outcome();
        assertEquals(Messages.noDisplay("Seahorse (Passwords and Keys)").problem(), problem(outcome));
    }

    @Test
    void aKeychainThatWasKilledIsNotThereAndItsKeysComeBackWithIt() throws Exception {
        assertSaved(store, CLOUD, KEY);
        desktop.killKeychain();
        Given.assertAllFail(Messages.noService().problem(), store);
        desktop.startKeychain();
        assertFound(KEY, find(CLOUD));
    }
}
