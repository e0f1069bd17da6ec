package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.vault.Given.assertAllFail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;

/** Every state in which a server gives no key has a message of its own; none is taken for "no key". */
class ServerStatesTest {

    private FakeVault vault;
    private CredentialStore store;

    @BeforeEach
    void start() throws IOException {
        vault = FakeVault.start();
        store = Given.store(vault);
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    @Test
    void sealed() throws Exception {
        vault.answersAll(FakeVault.errors(503, "Vault is sealed"));
        assertAllFail(vault.address() + " is sealed.", store);
    }

    @Test
    void notReady() {
        vault.answersAll(status(503));
        assertAllFail(vault.address() + " is not ready (HTTP 503).", store);
    }

    @Test
    void failing() throws Exception {
        vault.answersAll(FakeVault.errors(500, "local node not active but active cluster node not found"));
        assertAllFail(vault.address() + " fails (HTTP 500).", store);
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 472, 473})
    void aStandby(int status) {
        vault.answersAll(status(status));
        assertAllFail(vault.address() + " is a standby that does not answer for the active server.", store);
    }

    @Test
    void tooManyRequests() {
        vault.answersAll(status(429).newBuilder().addHeader("Retry-After", "7").build());
        assertAllFail(vault.address() + " is rate limiting requests (HTTP 429).", store);
        assertEquals("Try again in 7 seconds.", Given.trouble(store).remedy());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsToldAndTheTokenGoesNowhere(int status) throws IOException {
        try (FakeVault elsewhere = FakeVault.start()) {
            vault.answersAll(status(status)
                    .newBuilder()
                    .addHeader("Location", elsewhere.address() + "/v1/secret/data/x?token=t")
                    .build());
            String problem =
                    vault.address() + " redirects to " + elsewhere.address() + ", where the token is not sent.";
            assertAllFail(problem, store);
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void anExpiredToken() {
        CredentialStore stranger = Given.store(
                Path.of("/nowhere"), Map.of("VAULT_ADDR", vault.address(), "VAULT_TOKEN", "hvs.expired"), Map.of());
        assertAllFail(
                vault.address() + " does not accept the token: it has expired, was revoked, or is another server's.",
                stranger);
    }

    @Test
    void aTokenThatMayNotEvenAskAboutItself() {
        vault.refuses("auth/token/lookup-self");
        vault.refuses("sys/internal/ui/");
        vault.refuses("secret/data/");
        String problem = "The token may not read secret/" + Given.PATH + ".";
        assertEquals(problem, Given.trouble(store).problem());
    }

    @Test
    void aTokenThatMayOnlyReadIsNotUsable() {
        vault.grants("{}", "{\"secret/data/wandb/\": {\"capabilities\": [\"read\"]}}");
        assertEquals(
                "The token may write no secret below secret/wandb/.",
                Given.unavailable(store).problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"secret/data/", "secret/data/wandb/", "secret/data/wandb/wandb.example.com/", "secret/data/+/x"})
    void aTokenThatMayWriteSomewhereIsUsable(String path) {
        vault.grants("{}", "{\"" + path + "\": {\"capabilities\": [\"update\"]}}");
        assertInstanceOf(Availability.Usable.class, store.availability(Given.deadline()));
    }

    @Test
    void aTokenThatMayNotAskWhatItMayDoIsUsableAsFarAsAnybodyCanTell() {
        vault.refuses("sys/internal/ui/resultant-acl");
        assertEquals(
                new Availability.Usable(
                        List.of("The token may not ask what it may do: the first save shows it."), false),
                store.availability(Given.deadline()));
    }

    @Test
    void aPathThatNeedsAUserWhomNobodyNamesIsNotUsable() {
        CredentialStore nobody = Given.store(vault, Map.of("path", "{user}/{host}/{profile}"));
        assertAllFail("The path of the secret holds {user}, and neither USER nor LOGNAME is set.", nobody);
    }

    @Test
    void theNamespaceIsNamed() {
        CredentialStore inside = Given.store(vault, Map.of("mount", "nowhere", "namespace", "team/a"));
        assertEquals(
                "There is no mount 'nowhere' in the namespace team/a on " + vault.address() + ".",
                Given.trouble(inside).problem());
        assertEquals(
                "Vault secret nowhere/" + Given.PATH + " in the namespace team/a at " + vault.address(),
                inside.find(Given.query(Given.ACCOUNT)).location().text());
    }

    @Test
    void anotherServerThatKnowsNoSuchPathIsNoVault() throws Exception {
        vault.answersAll(FakeVault.errors(404, "no such page"));
        assertAllFail("What answers at this address does not answer as a Vault server does.", store);
    }

    @Test
    void aTokenThatMayNotDestroyLeavesTheKeyInSightBesideOtherFields() throws Exception {
        vault.put(Given.PATH, "{\"api_key\": \"" + Given.KEY.reveal() + "\", \"note\": 1}");
        vault.refuses("secret/destroy/");
        for (int logout = 0; logout < 2; logout++) {
            assertEquals(
                    "The token may not destroy secret/" + Given.PATH + ".",
                    Given.eraseTrouble(store).problem());
        }
        Given.assertHolds(store, Given.KEY);
    }

    @Test
    void anErasingThatWasCutOffIsCompleted() throws Exception {
        vault.put(Given.PATH, "{\"api_key\": \"" + Given.KEY.reveal() + "\", \"note\": 1}");
        vault.put(Given.PATH, "{\"note\": 1}");
        assertInstanceOf(Erased.Gone.class, store.erase(Given.query(Given.ACCOUNT), Given.ANYTHING));
        assertEquals(1, vault.readableVersions(Given.PATH));
        assertInstanceOf(Erased.Nothing.class, store.erase(Given.query(Given.ACCOUNT), Given.ANYTHING));
    }

    @Test
    void aTokenThatMayNotRead() {
        vault.refuses("secret/data/");
        assertEquals(
                "The token may not read secret/" + Given.PATH + ".",
                Given.trouble(store).problem());
    }

    @Test
    void aTokenThatMayNotWrite() throws Exception {
        vault.put(Given.PATH, "{\"api_key\": \"" + Given.KEY.reveal() + "\"}");
        vault.refuses("secret/destroy/");
        assertEquals(
                "The token may not destroy secret/" + Given.PATH + ".",
                Given.eraseTrouble(store).problem());
        Given.assertHolds(store, Given.KEY);
    }

    @Test
    void aMountThatIsNotThere() {
        CredentialStore lost = Given.store(vault, Map.of("mount", "nowhere"));
        String problem = "There is no mount 'nowhere' on " + vault.address() + ".";
        assertEquals(problem, Given.trouble(lost).problem());
        assertEquals(problem, Given.saveTrouble(lost).problem());
        assertEquals(problem, Given.eraseTrouble(lost).problem());
        assertEquals(
                "There is no mount 'nowhere', or the token has no rights in it.",
                Given.unavailable(lost).problem());
    }

    @Test
    void aMountOfVersion1IsNotWrittenTo() {
        CredentialStore old = Given.store(vault, Map.of("mount", "old"));
        String problem = "The mount 'old' is not a key-value secrets engine of version 2.";
        assertEquals(problem, Given.saveTrouble(old).problem());
        assertEquals(problem, Given.unavailable(old).problem());
        assertTrue(vault.requests().stream().noneMatch(request -> request.startsWith("POST")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Log in to the network</body></html>",
                "[]",
                "{\"data\": ",
                "null",
            })
    void whatIsNoVault(String body) {
        vault.answersAll(FakeVault.json(200, body));
        assertAllFail("What answers at this address does not answer as a Vault server does.", store);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"data\": {\"data\": {\"api_key\": \"x\"}}}",
                "{\"data\": {\"data\": {}, \"metadata\": {\"version\": \"2\"}}}",
                "{\"data\": 7}"
            })
    void anAnswerWithoutAVersion(String body) {
        vault.answersAll(FakeVault.json(200, body));
        assertInstanceOf(Outcome.Unusable.class, Given.find(store));
        Given.saveTrouble(store);
        Given.eraseTrouble(store);
    }

    @Test
    void anAnswerThatIsTooLargeIsNotReadToItsEnd() {
        vault.answersAll(FakeVault.json(200, "{" + " ".repeat(2 << 20) + "}"));
        assertTrue(Given.trouble(store).problem().contains("not from a Vault server"));
    }

    @Test
    void anAnswerThatIsNestedWithoutAnEnd() {
        vault.answersAll(FakeVault.json(200, "{\"data\":" + "[".repeat(500_000)));
        assertAllFail("What answers at this address does not answer as a Vault server does.", store);
    }

    @Test
    void aServerThatRepeatsTheSecretsIsNotQuoted() throws Exception {
        vault.answersAll(FakeVault.errors(400, FakeVault.TOKEN + " " + Given.KEY.reveal()));
        String shown = Given.trouble(store) + " " + Given.saveTrouble(store) + Given.unavailable(store);
        assertFalse(shown.contains(FakeVault.TOKEN) || shown.contains(Given.KEY.reveal()), shown);
    }
}
