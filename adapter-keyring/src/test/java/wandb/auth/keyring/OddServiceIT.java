package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.keyring.Given.CLOUD;
import static wandb.auth.keyring.Given.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.freedesktop.dbus.DBusPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.keyring.ScriptedService.Reply;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.keychain.TimeoutBudget;
import wandb.auth.keyring.message.Messages;
import wandb.auth.keyring.secretservice.SecretService;

/** Secret Services that a healthy desktop does not have: silent, refusing, talking nonsense, asking. */
@Timeout(600)
class OddServiceIT {

    private static final String PROMPT = "/org/freedesktop/secrets/prompt/p1";
    private static final DBusPath COLLECTION = new DBusPath("/org/freedesktop/secrets/collection/login");
    private static final DBusPath OTHER_COLLECTION = new DBusPath("/org/freedesktop/secrets/collection/other");
    private static final DBusPath ITEM = new DBusPath("/org/freedesktop/secrets/collection/login/1");
    private static final DBusPath NONE = new DBusPath("/");
    private static final Reply NOTHING_FOUND = Reply.Values.of("ao", List.of());

    @TempDir
    Path home;

    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.withoutKeychain(home);
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    private ScriptedService service(Function<String, Reply> script) throws Exception {
        return new ScriptedService(desktop, script);
    }

    private Outcome findImpatiently() {
        return Given.impatientStore(desktop.environment())
                .find(Given.query(CLOUD))
                .outcome();
    }

    private Outcome find(Query query) {
        return Given.store(desktop.environment()).find(query).outcome();
    }

    @Test
    void oneThatNeverAnswersIsGivenUpAfterAFewSeconds() throws Exception {
        try (ScriptedService silent = service(method -> new Reply.Silence())) {
            assertEquals(Messages.noAnswer().problem(), problem(findImpatiently()));
            assertTrue(silent.calls().size() <= 1, silent.calls()::toString);
        }
    }

    @Test
    void oneThatDidNotAnswerIsNotWaitedForAgain() throws Exception {
        try (ScriptedService silent = service(method -> new Reply.Silence())) {
            CredentialStore store = Given.impatientStore(desktop.environment());
            assertEquals(
                    Messages.noAnswer().problem(),
                    problem(store.find(Given.query(CLOUD)).outcome()));
            assertEquals(
                    Messages.noAnswer().problem(),
                    problem(store.find(Given.query(CLOUD)).outcome()));
            assertTrue(silent.calls().size() <= 1, silent.calls()::toString);
        }
    }

    @Test
    void oneThatNeverAnswersIsGivenUpAtTheDeadlineOfTheQuery() throws Exception {
        try (ScriptedService silent = service(method -> new Reply.Silence())) {
            Deadline soon = Deadline.after(Duration.ofMillis(300), System.nanoTime());
            assertEquals(Messages.noAnswer().problem(), problem(find(new Query(CLOUD, Interaction.ALLOWED, soon))));
            assertTrue(soon.hasPassed(System.nanoTime()));
            assertFalse(silent.calls().contains("end"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.freedesktop.DBus.Error.AccessDenied, refuses access (org.freedesktop.DBus.Error.AccessDenied)",
        "org.freedesktop.Secret.Error.IsLocked, is locked",
        "org.freedesktop.DBus.Error.NoReply, does not answer",
        "org.freedesktop.Secret.Error.NoSuchObject, was changed by another program at the same time",
        "com.example.Broken, failed (com.example.Broken)"
    })
    void errorsAreToldApartByTheirNames(String error, String problem) throws Exception {
        try (ScriptedService failing = service(method -> new Reply.Failure(error))) {
            assertEquals("The keychain " + problem + ".", problem(find(Given.query(CLOUD))));
            assertFalse(failing.calls().isEmpty());
        }
    }

    @Test
    void oneThatAnswersOtherThingsThanAskedIsNotUnderstood() throws Exception {
        try (ScriptedService odd = service(method -> Reply.Values.of("s", "hello"))) {
            assertEquals(Messages.serviceMisunderstood().problem(), problem(find(Given.query(CLOUD))));
            assertFalse(odd.calls().contains("SearchItems"), odd.calls()::toString);
        }
    }

    private static Reply variant(String type, Object value) {
        return Reply.Values.of("v", (Object) new Object[] {type, value});
    }

    private static Reply locked(String method) {
        return switch (method) {
            case "SearchItems" -> NOTHING_FOUND;
            case "ReadAlias" -> Reply.Values.of("o", COLLECTION);
            case "Get Collections" -> variant("ao", List.of(COLLECTION));
            case "Get Locked" -> variant("b", true);
            case "Unlock" -> Reply.Values.of("aoo", List.of(), new DBusPath(PROMPT));
            default -> new Reply.Failure("com.example.Unexpected");
        };
    }

    private static Reply open(String method) {
        return switch (method) {
            case "Get Locked" -> variant("b", false);
            case "Unlock" -> Reply.Values.of("aoo", List.of(COLLECTION), NONE);
            default -> locked(method);
        };
    }

    /** One with an item of the cloud's documented name, which may be erased after a question. */
    private static Reply guarding(String method, Reply prompted) {
        return switch (method) {
            case "SearchItems" -> Reply.Values.of("ao", List.of(ITEM));
            case "Get Attributes" ->
                variant("a{ss}", Map.of("service", "wandb:https://api.wandb.ai", "account", "default"));
            case "OpenSession" -> new Reply.Failure("org.freedesktop.DBus.Error.NotSupported");
            case "Delete" -> Reply.Values.of("o", new DBusPath(PROMPT));
            case "Prompt" -> prompted;
            case "Dismiss" -> new Reply.Asked(true);
            default -> open(method);
        };
    }

    @Test
    void nobodyIsAskedWhereNobodyMayBe() throws Exception {
        try (ScriptedService locked = service(OddServiceIT::locked)) {
            assertEquals(Messages.locked("the program that keeps it").problem(), problem(find(Given.query(CLOUD))));
            assertFalse(locked.calls().contains("Prompt"), locked.calls()::toString);
            assertFalse(locked.calls().contains("SearchItems"), "that may open a window");
        }
    }

    private static Reply asking(String method, boolean dismissed) {
        return method.equals("Prompt") ? new Reply.Asked(dismissed) : locked(method);
    }

    @Test
    void whereSomebodyMayBeAskedAndDeclinesNothingIsRead() throws Exception {
        desktop.hasDisplay();
        try (ScriptedService asking = service(method -> asking(method, true))) {
            assertEquals(Messages.promptDeclined().problem(), problem(find(Given.queryOfSomebody(CLOUD))));
            assertEquals("Prompt", asking.calls().getLast());
        }
    }

    @Test
    void withoutADisplayTheQuestionWasNotDeclinedByAnybody() throws Exception {
        try (ScriptedService asking = service(method -> asking(method, true))) {
            assertEquals(
                    Messages.noDisplay("the program that keeps it").problem(),
                    problem(find(Given.queryOfSomebody(CLOUD))));
            assertTrue(asking.calls().contains("Prompt"), asking.calls()::toString);
        }
    }

    @Test
    void whereSomebodyAgreesTheKeyIsLookedForAgain() throws Exception {
        try (ScriptedService asking = service(method -> asking(method, false))) {
            assertInstanceOf(Outcome.Absent.class, find(Given.queryOfSomebody(CLOUD)));
            assertTrue(asking.calls().contains("Prompt"), asking.calls()::toString);
        }
    }

    private void erase(Duration patience) throws KeychainException {
        TimeoutBudget budget = new TimeoutBudget(Given.patience(), patience);
        try (SecretService service = SecretService.connect(desktop.environment(), Interaction.NONE, budget)) {
            StoredSecret secret = new StoredSecret("secret", ITEM.getPath(), 1);
            service.erase(KeychainItem.of(ItemName.of("https://api.wandb.ai", "default"), secret));
        }
    }

    @Test
    void aQuestionThatCompletesByItselfIsNone() throws Exception {
        try (ScriptedService erasing = service(method -> guarding(method, new Reply.Asked(false)))) {
            erase(Duration.ofHours(1));
            assertEquals("Prompt", erasing.calls().getLast());
        }
    }

    @Test
    void aQuestionThatNobodyCanAnswerIsTakenBack() throws Exception {
        try (ScriptedService asking = service(method -> guarding(method, new Reply.Pending()))) {
            KeychainException problem = assertThrows(KeychainException.class, () -> erase(Duration.ofMillis(400)));
            assertEquals(
                    Messages.confirmationNeeded().problem(), problem.reason().problem());
            assertTrue(asking.calls().contains("Dismiss"), asking.calls()::toString);
        }
    }

    @Test
    void oneThatTakesKeysUnencryptedOnlyIsToldAsThat() throws Exception {
        try (ScriptedService plain = service(method -> guarding(method, new Reply.Silence()))) {
            assertEquals(Messages.unencryptedTransferOnly().problem(), problem(find(Given.query(CLOUD))));
            assertTrue(plain.calls().contains("OpenSession"));
        }
    }

    /** Two collections, of which the second one is locked. */
    private static Reply twoCollections(String method, AtomicInteger asked) {
        return switch (method) {
            case "Get Collections" -> variant("ao", List.of(COLLECTION, OTHER_COLLECTION));
            case "Get Locked" -> variant("b", asked.getAndIncrement() % 2 == 1);
            default -> open(method);
        };
    }

    @Test
    void aKeyMayBeInALockedCollectionOfAServiceThatDoesNotTell() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedService two = service(method -> twoCollections(method, asked))) {
            assertEquals(
                    Messages.locked("the program that keeps it").problem(),
                    problem(find(Given.query(Given.account("https://h.example.com")))));
            assertFalse(two.calls().contains("Prompt"), two.calls()::toString);
        }
    }

    @Test
    void aServiceWithoutAnyCollectionIsNotUsable() throws Exception {
        try (ScriptedService fresh = service(OddServiceIT::fresh)) {
            Reason reason = assertInstanceOf(
                            Availability.NotUsable.class,
                            Given.store(desktop.environment()).availability(Given.patience()))
                    .reason();
            assertEquals(Messages.noCollection().problem(), reason.problem());
            assertFalse(fresh.calls().contains("CreateCollection"));
        }
    }

    private static Reply fresh(String method) {
        return switch (method) {
            case "Get Collections" -> variant("ao", List.of());
            case "ReadAlias" -> Reply.Values.of("o", NONE);
            case "CreateCollection" -> Reply.Values.of("oo", NONE, new DBusPath(PROMPT));
            case "Prompt" -> new Reply.Asked(true);
            default -> new Reply.Failure("com.example.Unexpected");
        };
    }

    @Test
    void whereSomebodyCanBeAskedACollectionIsMade() throws Exception {
        try (ScriptedService fresh = service(OddServiceIT::fresh)) {
            Given.store(desktop.environment()).save(Given.queryOfSomebody(CLOUD), Given.KEY, Given.ANYTHING);
            assertTrue(fresh.calls().contains("CreateCollection"), fresh.calls()::toString);
        }
    }

    @Test
    void theOnlyCollectionIsUsedWhereNoneIsTheDefault() throws Exception {
        try (ScriptedService one =
                service(method -> method.equals("ReadAlias") ? Reply.Values.of("o", NONE) : open(method))) {
            assertInstanceOf(
                    Availability.Usable.class,
                    Given.store(desktop.environment()).availability(Given.patience()));
            assertFalse(one.calls().isEmpty());
        }
    }
}
