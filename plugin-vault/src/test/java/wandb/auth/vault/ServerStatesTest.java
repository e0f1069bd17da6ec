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
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.vault.message.Messages;

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
        assertAllFail(Messages.sealed(vault.address()), store);
    }

    @Test
    void notReady() {
        vault.answersAll(status(503));
        assertAllFail(Messages.notReady(vault.address()), store);
    }

    @Test
    void failing() throws Exception {
        vault.answersAll(FakeVault.errors(500, "local node not active but active cluster node not found"));
        assertAllFail(Messages.failing(vault.address(), 500), store);
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 472, 473})
    void aStandby(int status) {
        vault.answersAll(status(status));
        assertAllFail(Messages.standby(vault.address()), store);
    }

    @Test
    void tooManyRequests() {
        vault.answersAll(status(429).newBuilder().addHeader("Retry-After", "7").build());
        assertAllFail(Messages.rateLimited(vault.address(), Optional.of("7")), store);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsToldAndTheTokenGoesNowhere(int status) throws IOException {
        try (FakeVault elsewhere = FakeVault.start()) {
            vault.answersAll(status(status)
                    .newBuilder()
                    .addHeader("Location", elsewhere.address() + "/v1/secret/data/x?token=t")
                    .build());
            assertAllFail(Messages.redirected(vault.address(), elsewhere.address()), store);
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void anExpiredToken() {
        CredentialStore stranger = Given.store(
                Path.of("/nowhere"), Map.of("VAULT_ADDR", vault.address(), "VAULT_TOKEN", "hvs.expired"), Map.of());
        assertAllFail(Messages.tokenRejected(vault.address()), stranger);
    }

    @Test
    void aTokenThatMayNotEvenAskAboutItself() {
        vault.refuses("auth/token/lookup-self");
        vault.refuses("sys/internal/ui/");
        vault.refuses("secret/data/");
        assertEquals(Messages.mayNot(Messages.READ, "secret/" + Given.PATH), Given.trouble(store));
    }

    @Test
    void aTokenThatMayOnlyReadIsNotUsable() {
        vault.grants("{}", "{\"secret/data/wandb/\": {\"capabilities\": [\"read\"]}}");
        assertEquals(Messages.mayNotWriteBelow("secret/wandb/"), Given.unavailable(store));
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
                new Availability.Usable(List.of(Messages.RIGHTS_UNKNOWN), false), store.availability(Given.deadline()));
    }

    @Test
    void aPathThatNeedsAUserWhomNobodyNamesIsNotUsable() {
        CredentialStore nobody = Given.store(vault, Map.of("path", "{user}/{host}/{profile}"));
        assertAllFail(Messages.userUnknown(), nobody);
    }

    @Test
    void theNamespaceIsNamed() {
        CredentialStore inside = Given.store(vault, Map.of("mount", "nowhere", "namespace", "team/a"));
        assertEquals(Messages.noMount("nowhere", " in the namespace team/a", vault.address()), Given.trouble(inside));
        assertEquals(
                "Vault secret nowhere/" + Given.PATH + " in the namespace team/a at " + vault.address(),
                inside.find(Given.query(Given.ACCOUNT)).location().text());
    }

    @Test
    void anotherServerThatKnowsNoSuchPathIsNoVault() throws Exception {
        vault.answersAll(FakeVault.errors(404, "no such page"));
        assertAllFail(Messages.notAVaultServer(), store);
    }

    @Test
    void aTokenThatMayNotDestroyLeavesTheKeyInSightBesideOtherFields() throws Exception {
        vault.put(Given.PATH, "{\"api_key\": \"" + Given.KEY.reveal() + "\", \"note\": 1}");
        vault.refuses("secret/destroy/");
        for (int logout = 0; logout < 2; logout++) {
            assertEquals(Messages.mayNot(Messages.DESTROY, "secret/" + Given.PATH), Given.eraseTrouble(store));
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
        assertEquals(Messages.mayNot(Messages.READ, "secret/" + Given.PATH), Given.trouble(store));
    }

    @Test
    void aTokenThatMayNotWrite() throws Exception {
        vault.put(Given.PATH, "{\"api_key\": \"" + Given.KEY.reveal() + "\"}");
        vault.refuses("secret/destroy/");
        assertEquals(Messages.mayNot(Messages.DESTROY, "secret/" + Given.PATH), Given.eraseTrouble(store));
        Given.assertHolds(store, Given.KEY);
    }

    @Test
    void aMountThatIsNotThere() {
        CredentialStore lost = Given.store(vault, Map.of("mount", "nowhere"));
        Reason reason = Messages.noMount("nowhere", "", vault.address());
        assertEquals(reason, Given.trouble(lost));
        assertEquals(reason, Given.saveTrouble(lost));
        assertEquals(reason, Given.eraseTrouble(lost));
        assertEquals(Messages.noMountOrNoRights("nowhere", ""), Given.unavailable(lost));
    }

    @Test
    void aMountOfVersion1IsNotWrittenTo() {
        CredentialStore old = Given.store(vault, Map.of("mount", "old"));
        assertEquals(Messages.notVersion2("old"), Given.saveTrouble(old));
        assertEquals(Messages.notVersion2("old"), Given.unavailable(old));
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
        assertAllFail(Messages.notAVaultServer(), store);
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
        assertEquals(Messages.brokenOff(vault.address()), Given.trouble(store));
    }

    @Test
    void anAnswerThatIsNestedWithoutAnEnd() {
        vault.answersAll(FakeVault.json(200, "{\"data\":" + "[".repeat(500_000)));
        assertAllFail(Messages.notAVaultServer(), store);
    }

    @Test
    void aServerThatRepeatsTheSecretsIsNotQuoted() throws Exception {
        vault.answersAll(FakeVault.errors(400, FakeVault.TOKEN + " " + Given.KEY.reveal()));
        String shown = Given.trouble(store) + " " + Given.saveTrouble(store) + Given.unavailable(store);
        assertFalse(shown.contains(FakeVault.TOKEN) || shown.contains(Given.KEY.reveal()), shown);
    }
}
