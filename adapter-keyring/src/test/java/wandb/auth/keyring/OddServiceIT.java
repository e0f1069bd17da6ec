package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.keyring.Given.CLOUD;
import static wandb.auth.keyring.Given.problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.keyring.ScriptedService.Reply;

/** Secret Services that a healthy desktop does not have: silent, refusing, talking nonsense, asking. */
@Timeout(600)
class OddServiceIT {

    private static final String PROMPT = "/org/freedesktop/secrets/prompt/p1";
    private static final DBusPath COLLECTION = new DBusPath("/org/freedesktop/secrets/collection/login");
    private static final Reply NOTHING_FOUND = Reply.Values.of("aoao", List.of(), List.of());

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
            assertEquals("The keychain does not answer.", problem(findImpatiently()));
            assertTrue(silent.calls().size() <= 1, silent.calls()::toString);
        }
    }

    @Test
    void oneThatDidNotAnswerIsNotWaitedForAgain() throws Exception {
        try (ScriptedService silent = service(method -> new Reply.Silence())) {
            CredentialStore store = Given.impatientStore(desktop.environment());
            assertEquals(
                    "The keychain does not answer.",
                    problem(store.find(Given.query(CLOUD)).outcome()));
            assertEquals(
                    "The keychain does not answer.",
                    problem(store.find(Given.query(CLOUD)).outcome()));
            assertTrue(silent.calls().size() <= 1, silent.calls()::toString);
        }
    }

    @Test
    void oneThatNeverAnswersIsGivenUpAtTheDeadlineOfTheQuery() throws Exception {
        try (ScriptedService silent = service(method -> new Reply.Silence())) {
            Deadline soon = Deadline.after(Duration.ofMillis(300), System.nanoTime());
            assertEquals("The keychain does not answer.", problem(find(new Query(CLOUD, Interaction.ALLOWED, soon))));
            assertTrue(soon.hasPassed(System.nanoTime()));
            assertFalse(silent.calls().contains("end"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.freedesktop.DBus.Error.AccessDenied, refuses access (org.freedesktop.DBus.Error.AccessDenied)",
        "org.freedesktop.Secret.Error.IsLocked, is locked",
        "org.freedesktop.DBus.Error.NoReply, does not answer",
        "org.freedesktop.Secret.Error.NoSuchObject, was changed by another program meanwhile",
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
            assertEquals(
                    "The program that keeps the keychain answers otherwise than the Secret Service API says.",
                    problem(find(Given.query(CLOUD))));
            assertEquals(List.of("SearchItems"), odd.calls());
        }
    }

    private static Reply locked(String method) {
        return switch (method) {
            case "SearchItems" -> NOTHING_FOUND;
            case "ReadAlias" -> Reply.Values.of("o", COLLECTION);
            case "Get" -> Reply.Values.of("v", (Object) new Object[] {"b", true});
            case "Unlock" -> Reply.Values.of("aoo", List.of(), new DBusPath(PROMPT));
            default -> new Reply.Failure("com.example.Unexpected");
        };
    }

    @Test
    void nobodyIsAskedWhereNobodyMayBe() throws Exception {
        try (ScriptedService locked = service(OddServiceIT::locked)) {
            assertEquals("The keychain is locked.", problem(find(Given.query(CLOUD))));
            assertFalse(locked.calls().contains("Prompt"), locked.calls()::toString);
        }
    }

    private static Reply asking(String method, boolean dismissed) {
        return method.equals("Prompt") ? new Reply.Asked(dismissed) : locked(method);
    }

    @Test
    void whereSomebodyMayBeAskedAndDeclinesNothingIsRead() throws Exception {
        try (ScriptedService asking = service(method -> asking(method, true))) {
            assertEquals("The keychain's question was declined.", problem(find(Given.queryOfSomebody(CLOUD))));
            assertEquals("Prompt", asking.calls().getLast());
        }
    }

    @Test
    void whereSomebodyAgreesTheKeyIsLookedForAgain() throws Exception {
        try (ScriptedService asking = service(method -> asking(method, false))) {
            assertInstanceOf(Outcome.Absent.class, find(Given.queryOfSomebody(CLOUD)));
            assertTrue(asking.calls().contains("Prompt"), asking.calls()::toString);
        }
    }
}
