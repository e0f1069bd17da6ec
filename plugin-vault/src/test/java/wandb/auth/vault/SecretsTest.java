package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.vault.Given.ACCOUNT;
import static wandb.auth.vault.Given.ANYTHING;
import static wandb.auth.vault.Given.KEY;
import static wandb.auth.vault.Given.OTHER_KEY;
import static wandb.auth.vault.Given.PATH;
import static wandb.auth.vault.Given.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;
import wandb.auth.testkit.Surroundings;
import wandb.auth.vault.server.VaultStoreException;

/** Where the secrets are, and what becomes of what else they hold. */
class SecretsTest {

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

    private void save() {
        assertInstanceOf(Saved.Stored.class, store.save(query(ACCOUNT), KEY, ANYTHING));
    }

    @Test
    void anotherMachineKeepsThem() {
        assertEquals(Protection.REMOTE, store.protection());
    }

    @Test
    void aKeyIsAFieldOfASecretOfItsAccount() {
        save();
        assertEquals(KEY.reveal(), vault.data(PATH).orElseThrow().get("api_key").asText());
    }

    @Test
    void itsPlaceIsToldAsTheVaultCommandNamesIt() {
        String place = store.find(query(ACCOUNT)).location().text();
        assertEquals("Vault secret secret/" + PATH + " at " + vault.address(), place);
    }

    @Test
    void mountPathAndFieldCanBeChosen() throws Exception {
        vault.put("people/wandb.example.com/default/wandb", "{\"key\": \"" + KEY.reveal() + "\"}");
        Map<String, String> settings =
                Map.of("mount", "team/kv", "path", "people/{host}/{profile}/wandb", "field", "key");
        Given.assertHolds(Given.store(vault, settings), KEY);
        assertTrue(vault.requests().contains("GET team/kv/data/people/wandb.example.com/default/wandb"));
    }

    @Test
    void theNamespaceIsNamedInEveryRequest() {
        CredentialStore inside = Given.store(vault, Map.of("namespace", "team/a"));
        inside.save(query(ACCOUNT), KEY, ANYTHING);
        inside.erase(query(ACCOUNT), ANYTHING);
        inside.availability(Given.deadline());
        assertTrue(vault.requests().size() > 4);
        assertTrue(vault.requests().stream().allMatch(request -> request.endsWith(" in team/a")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.wandb.ai, default, wandb/api.wandb.ai/default",
        "https://api.forge.coreweave.com, work, wandb/api.wandb.ai/work",
        "https://wandb.example.com:8443, a_b.c, wandb/wandb.example.com:8443/a_b.c",
        "https://wandb.example.com/a%20b, default, wandb/wandb.example.com~2fa~2520b/default",
        "http://[::1]:8080, .., wandb/http:~2f~2f~5b::1~5d:8080/~2e~2e",
    })
    void eachAccountHasAPathOfItsOwn(String host, String profile, String path) throws VaultStoreException {
        Account account = new Account(Host.parse(host), new Profile(profile));
        Surroundings nothing = Surroundings.of(Path.of("/"), Map.of());
        assertEquals(path, SecretPath.of(account, "wandb/{host}/{profile}", nothing.environment()));
    }

    @Test
    void aPathCanHoldTheUser() throws VaultStoreException {
        Surroundings alice = Surroundings.of(Path.of("/"), Map.of("USER", "../alice"));
        assertEquals(
                "..~2falice/wandb.example.com/default",
                SecretPath.of(ACCOUNT, "{user}/{host}/{profile}", alice.environment()));
    }

    @Test
    void aPathCanHoldTheMachine() throws VaultStoreException {
        Surroundings nobody = Surroundings.of(Path.of("/"), Map.of());
        assertEquals(
                "kv/wandb.example.com/default", SecretPath.of(ACCOUNT, "kv/{machine}/{profile}", nobody.environment()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wandb.example.com/a", "http://127.0.0.1"})
    void aPathWithTheMachineAloneIsForNoOtherAddressOfIt(String address) {
        Account other = new Account(Host.parse(address), Profile.DEFAULT);
        Surroundings nobody = Surroundings.of(Path.of("/"), Map.of());
        assertThrows(
                VaultStoreException.class,
                () -> SecretPath.of(other, "kv/{machine}/{profile}", nobody.environment()));
    }

    @Test
    void otherFieldsStay() throws Exception {
        vault.put(PATH, "{\"api_key\": \"" + OTHER_KEY.reveal() + "\", \"note\": {\"by\": [1, true, null]}}");
        save();
        assertEquals(
                "{\"by\":[1,true,null]}",
                vault.data(PATH).orElseThrow().get("note").toString());
        assertInstanceOf(Erased.Gone.class, store.erase(query(ACCOUNT), ANYTHING));
        assertEquals(
                "{\"note\":{\"by\":[1,true,null]}}",
                vault.data(PATH).orElseThrow().toString());
        assertInstanceOf(Outcome.Absent.class, Given.find(store));
    }

    @Test
    void noVersionThatHeldAKeyCanBeBroughtBack() {
        save();
        save();
        store.erase(query(ACCOUNT), ANYTHING);
        assertEquals(0, vault.readableVersions(PATH));
    }

    @Test
    void noVersionThatHeldAKeyBesideOtherFieldsCanBeBroughtBack() throws Exception {
        vault.put(PATH, "{\"note\": \"n\"}");
        save();
        store.erase(query(ACCOUNT), ANYTHING);
        assertEquals(1, vault.readableVersions(PATH));
        assertEquals(Optional.of("{\"note\":\"n\"}"), vault.data(PATH).map(Object::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"\"", "\"my password\"", "{\"a\": 1}"})
    void whatIsNoKeyIsUnusableAndIsNotQuoted(String value) throws Exception {
        vault.put(PATH, "{\"api_key\": " + value + "}");
        assertTrue(!Given.trouble(store).toString().contains("my password"));
    }

    @Test
    void aSecretWithoutTheFieldHoldsNoKey() throws Exception {
        vault.put(PATH, "{\"note\": \"n\"}");
        assertInstanceOf(Outcome.Absent.class, Given.find(store));
    }
}
