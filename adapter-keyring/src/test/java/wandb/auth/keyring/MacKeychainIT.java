package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.keychain.TimeoutBudget;
import wandb.auth.keyring.message.Messages;

/** What macOS says of its keychain, and what comes of it, with a library that says the same. */
@Timeout(600)
class MacKeychainIT {

    private static final ItemName ITEM = ItemName.of("https://api.wandb.ai", "default");
    private static final KeychainItem ONLY = KeychainItem.of(ITEM, StoredSecret.only("secret"));
    private static final ItemName OTHER_ITEM = ItemName.of("https://api.wandb.ai", "work");

    @TempDir
    static Path built;

    @TempDir
    Path folder;

    private static FakeMac library;
    private FakeMac mac;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        library = FakeMac.in(built);
    }

    @BeforeEach
    void aKeychainWithNothingInIt() throws IOException {
        mac = library.another(folder.resolve("mac"));
    }

    private Keychain keychain(Interaction interaction) {
        TimeoutBudget patience = new TimeoutBudget(Given.patience(), Duration.ofHours(1));
        return MacKeychain.open(mac.functions(), interaction, patience);
    }

    private CredentialStore store() {
        return mac.store(Duration.ofHours(1));
    }

    private static String text(Optional<StoredSecret> secret) {
        return secret.map(StoredSecret::text).orElse("nothing");
    }

    @Test
    void anItemIsAddedUpdatedReadAndDeletedByItsServiceAndAccount() throws Exception {
        Keychain keychain = keychain(Interaction.NONE);
        keychain.write(ITEM, "first");
        keychain.write(OTHER_ITEM, "another's");
        keychain.write(ITEM, "second ü 𝄞");
        assertEquals("second ü 𝄞", text(keychain.read(ITEM)));
        keychain.erase(ONLY);
        assertEquals("nothing", text(keychain.read(ITEM)));
        assertEquals("another's", text(keychain.read(OTHER_ITEM)));
        keychain.erase(ONLY);
    }

    @Test
    void whatIsKeptIsNamedAsPeopleSeeItInKeychainAccess() throws Exception {
        keychain(Interaction.NONE).write(ITEM, "secret");
        String items = Files.readString(mac.folder().resolve("items"), StandardCharsets.ISO_8859_1);
        assertTrue(items.startsWith("wandb:https://api.wandb.ai\0"));
        assertTrue(items.contains("\0default\0"));
        assertTrue(items.contains("\0wandb API key for api.wandb.ai (default)\0"));
    }

    @Test
    void nothingThatWasMadeForACallIsLeftBehindWhateverComesOfIt() throws Throwable {
        Keychain keychain = keychain(Interaction.NONE);
        keychain.write(ITEM, "secret");
        keychain.write(ITEM, "again");
        keychain.read(ITEM);
        keychain.read(OTHER_ITEM);
        mac.with("locked", "");
        assertThrows(KeychainException.class, () -> keychain.read(ITEM));
        assertThrows(KeychainException.class, () -> keychain.write(ITEM, "third"));
        assertThrows(KeychainException.class, () -> keychain.erase(ONLY));
        assertThrows(KeychainException.class, keychain::check);
        assertEquals(0, mac.livingObjects());
    }

    @Test
    void aLockedKeychainIsToldAtOnceAsThatWhereNobodyMayBeAsked() throws IOException {
        Given.assertSaved(store(), Given.CLOUD, Given.KEY);
        mac.with("locked", "").with("answer", "password");
        Given.assertAllFail(Messages.macLocked().problem(), store());
        assertFalse(mac.has("asked"));
        assertTrue(mac.has("locked"));
    }

    @Test
    void aKeyThatIsNotThereIsAbsentAlsoInALockedKeychainWhichTellsTheNamesOfItsItems() throws IOException {
        mac.with("locked", "");
        assertInstanceOf(
                Outcome.Absent.class, store().find(Given.query(Given.CLOUD)).outcome());
    }

    @Test
    void aLockedKeychainIsOpenedByThePersonWhoMayBeAsked() throws IOException {
        Given.assertSaved(store(), Given.CLOUD, Given.KEY);
        mac.with("locked", "").with("answer", "password");
        Given.assertFound(
                Given.KEY, store().find(Given.queryOfSomebody(Given.CLOUD)).outcome());
        assertEquals("asked\n", Files.readString(mac.folder().resolve("asked")));
    }

    @Test
    void aSaveAndALogoutOpenItTooAndAskOnce() throws IOException {
        mac.with("locked", "").with("answer", "password");
        Saved saved = store().save(Given.queryOfSomebody(Given.CLOUD), Given.KEY, Given.ANYTHING);
        assertInstanceOf(Saved.Stored.class, saved, saved::toString);
        mac.with("locked", "");
        Erased erased = store().erase(Given.queryOfSomebody(Given.CLOUD), Given.ANYTHING);
        assertInstanceOf(Erased.Gone.class, erased, erased::toString);
        assertEquals("asked\nasked\n", Files.readString(mac.folder().resolve("asked")));
    }

    /** As an item that another program has made. */
    @Test
    void anItemThatIsGuardedInAnOpenKeychainIsNotCalledLocked() throws IOException {
        Given.assertSaved(store(), Given.CLOUD, Given.KEY);
        mac.with("guarded", "").with("answer", "password");
        assertEquals(
                Messages.confirmationNeeded().problem(),
                Given.problem(store().find(Given.query(Given.CLOUD)).outcome()));
        Given.assertFound(
                Given.KEY, store().find(Given.queryOfSomebody(Given.CLOUD)).outcome());
    }

    @Test
    void aQuestionThatIsDeclinedIsToldAsThatAndNothingIsChanged() throws IOException {
        Given.assertSaved(store(), Given.CLOUD, Given.KEY);
        mac.with("locked", "").with("answer", "no");
        assertEquals(
                Messages.promptDeclined().problem(),
                Given.problem(store().find(Given.queryOfSomebody(Given.CLOUD)).outcome()));
        Files.delete(mac.folder().resolve("locked"));
        Given.assertFound(Given.KEY, store().find(Given.query(Given.CLOUD)).outcome());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -25315 | The keychain needs confirmation, and there is no one to ask here.
            -128   | The keychain's prompt was declined.
            -25293 | The keychain refuses access (-25293).
            -25243 | The keychain refuses access (-25243).
            -25307 | There is no default keychain here.
            -25294 | There is no default keychain here.
            -25291 | No keychain can be reached from this session.
            -25292 | The keychain cannot be written to.
            -61    | The keychain cannot be written to.
            -34018 | The keychain failed (-34018).
            """)
    void eachCodeIsToldInWordsAndNoneIsTakenForNoKey(int code, String problem) throws IOException {
        mac.with("status", String.valueOf(code));
        assertEquals(
                problem, Given.problem(store().find(Given.query(Given.CLOUD)).outcome()));
        assertInstanceOf(Saved.Failed.class, store().save(Given.query(Given.CLOUD), Given.KEY, Given.ANYTHING));
        assertInstanceOf(Erased.Failed.class, store().erase(Given.query(Given.CLOUD), Given.ANYTHING));
        assertInstanceOf(Availability.NotUsable.class, store().availability(Given.patience()));
    }

    @Test
    void aKeychainThatNeverAnswersHoldsNobodyUp() throws IOException {
        mac.with("hang", "");
        Given.assertAllFail(Messages.noAnswer().problem(), mac.store(Duration.ofMillis(300)));
    }

    @Test
    void aMacWithoutTheFrameworkIsToldAsThat() {
        Environment elsewhere =
                new Environment(Map.of(), Optional.of(folder), folder, OperatingSystem.MACOS, Terminal.NONE);
        CredentialStore store = new KeyringStoreProvider().open(elsewhere, StoreConfig.EMPTY);
        Given.assertAllFail(Messages.macMissing().problem(), store);
    }
}
