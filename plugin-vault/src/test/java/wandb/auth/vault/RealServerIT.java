package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.vault.Given.ACCOUNT;
import static wandb.auth.vault.Given.ANYTHING;
import static wandb.auth.vault.Given.KEY;
import static wandb.auth.vault.Given.OTHER_KEY;
import static wandb.auth.vault.Given.PATH;

import io.github.jopenlibs.vault.json.JsonArray;
import io.github.jopenlibs.vault.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;
import wandb.auth.vault.message.Messages;

/** A real server as organisations use it: signing in, agents, limited rights, sealing, and two writers. */
@Tag("slow")
@Timeout(600)
@EnabledIfEnvironmentVariable(named = "VAULT_TEST_BIN", matches = ".+")
class RealServerIT {

    private static final String WRITING = """
            path "secret/data/wandb/*" { capabilities = ["create", "read", "update"] }
            path "secret/destroy/wandb/*" { capabilities = ["update"] }
            """;

    @TempDir
    static Path home;

    private static RealServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RealServer.start(home);
        server.policy("wandb", WRITING);
        server.policy("reader", "path \"secret/data/wandb/*\" { capabilities = [\"read\"] }");
        server.policy("keeper", "path \"secret/data/wandb/*\" { capabilities = [\"create\", \"read\", \"update\"] }");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void forget() {
        store(FakeVault.TOKEN).erase(Given.query(ACCOUNT), ANYTHING);
    }

    private static CredentialStore store(String token) {
        return Given.store(home, Map.of("VAULT_ADDR", server.address(), "VAULT_TOKEN", token), Map.of());
    }

    private static CredentialStore storeOf(Map<String, String> settings) {
        return Given.store(home, Map.of("VAULT_ADDR", server.address()), settings);
    }

    private static void assertKeeps(CredentialStore store) {
        assertInstanceOf(Availability.Usable.class, store.availability(Given.deadline()));
        Saved saved = store.save(Given.query(ACCOUNT), KEY, ANYTHING);
        assertInstanceOf(Saved.Stored.class, saved, saved::toString);
        Given.assertHolds(store, KEY);
        assertInstanceOf(Erased.Gone.class, store.erase(Given.query(ACCOUNT), ANYTHING));
    }

    @Test
    void aTokenWithoutThePolicyDefaultIsEnough() throws Exception {
        assertKeeps(store(server.token("\"wandb\"")));
    }

    @Test
    void aKeyThatSomebodyPutThereIsFound() throws Exception {
        server.ask("secret/data/" + PATH, "{\"data\": {\"api_key\": \"" + OTHER_KEY.reveal() + "\"}}");
        Given.assertHolds(store(FakeVault.TOKEN), OTHER_KEY);
    }

    @Test
    void aTokenThatMayOnlyReadSavesNothingAndSaysSoBefore() throws Exception {
        CredentialStore reader = store(server.ask("auth/token/create", "{\"policies\": [\"reader\"]}")
                .get("auth")
                .asObject()
                .get("client_token")
                .asString());
        assertEquals(Messages.mayNotWriteBelow("secret/wandb/"), Given.unavailable(reader));
        assertEquals(Messages.mayNot(Messages.WRITE, "secret/" + PATH), Given.saveTrouble(reader));
    }

    @Test
    void aTokenThatMayNotDestroyLeavesTheKeyInSight() throws Exception {
        String secret = "{\"data\": {\"api_key\": \"" + KEY.reveal() + "\", \"note\": 1}}";
        server.ask("secret/data/" + PATH, secret);
        CredentialStore keeper = store(server.token("\"keeper\""));
        for (int logout = 0; logout < 2; logout++) {
            assertEquals(Messages.mayNot(Messages.DESTROY, "secret/" + PATH), Given.eraseTrouble(keeper));
        }
        Given.assertHolds(keeper, KEY);
    }

    @Test
    void anUnknownTokenIsToldAsThat() throws Exception {
        Given.assertAllFail(Messages.tokenRejected(server.address()), store("hvs.unknown"));
    }

    @Test
    void aTokenWithoutAnyRightIsNotCalledExpired() throws Exception {
        server.policy("nothing", "path \"nowhere/*\" { capabilities = [\"read\"] }");
        assertEquals(
                Messages.mayNot(Messages.READ, "secret/" + PATH), Given.trouble(store(server.token("\"nothing\""))));
    }

    @Test
    void aServerThatIsSealedInBetweenIsToldAndComesBack() throws Exception {
        CredentialStore store = store(FakeVault.TOKEN);
        store.save(Given.query(ACCOUNT), KEY, ANYTHING);
        server.ask("sys/seal", "{}");
        try {
            Given.assertAllFail(Messages.sealed(server.address()), store);
        } finally {
            server.ask("sys/unseal", "{\"key\": \"" + server.unsealKey() + "\"}");
        }
        for (int tries = 0; !(Given.find(store) instanceof Outcome.Found) && tries < 500; tries++) {
            Thread.sleep(20);
        }
        Given.assertHolds(store, KEY);
    }

    @Test
    void ofWritersAtOnceEachSucceeds() throws Exception {
        List<Callable<Saved>> logins = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            CredentialStore store = store(FakeVault.TOKEN);
            logins.add(() -> store.save(Given.query(ACCOUNT), KEY, ANYTHING));
        }
        ExecutorService threads = Executors.newFixedThreadPool(logins.size());
        try {
            for (Future<Saved> saved : threads.invokeAll(logins)) {
                assertInstanceOf(Saved.Stored.class, saved.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String enable(String way) throws Exception {
        String mount = way + System.nanoTime();
        server.ask("sys/auth/" + mount, "{\"type\": \"" + way + "\"}");
        return mount;
    }

    private static Path file(String name, String content) throws Exception {
        return Files.writeString(home.resolve(name), content + "\n");
    }

    private static String data(String path, String body, String field) throws Exception {
        return server.ask(path, body).get("data").asObject().get(field).asString();
    }

    private static Path roleId(String mount) throws Exception {
        server.ask("auth/" + mount + "/role/ci", "{\"token_policies\": [\"wandb\"], \"secret_id_num_uses\": 1}");
        return file("role-id", data("auth/" + mount + "/role/ci/role-id", "", "role_id"));
    }

    private static Path secretId(String mount) throws Exception {
        return file("secret-id", data("auth/" + mount + "/role/ci/secret-id", "{}", "secret_id"));
    }

    @Test
    void aMachineSignsInByAppRoleWithASecretIdThatIsGoodOnce() throws Exception {
        String mount = enable("approle");
        assertKeeps(storeOf(Map.of(
                "auth",
                "approle",
                "auth_mount",
                mount,
                "role_id_file",
                roleId(mount).toString(),
                "secret_id_file",
                secretId(mount).toString())));
    }

    @Test
    void aJobOfACiSignsInByItsToken() throws Exception {
        String mount = enable("jwt");
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----";
        JsonObject configuration = new JsonObject().add("jwt_validation_pubkeys", new JsonArray().add(pem));
        server.ask("auth/" + mount + "/config", configuration.toString());
        server.ask(
                "auth/" + mount + "/role/wandb",
                "{\"role_type\": \"jwt\", \"user_claim\": \"sub\", \"bound_audiences\": [\"wandb\"],"
                        + " \"token_policies\": [\"wandb\"]}");
        long now = System.currentTimeMillis() / 1000;
        String claims =
                "{\"sub\": \"project\", \"aud\": \"wandb\", \"iat\": %d, \"exp\": %d}".formatted(now, now + 3600);
        Path token = file("jwt", signed(pair, "{\"alg\": \"RS256\"}", claims));
        Map<String, String> settings =
                Map.of("auth", "jwt", "auth_mount", mount, "role", "wandb", "jwt_file", token.toString());
        assertKeeps(storeOf(settings));
        file("jwt", signed(pair, "{\"alg\": \"RS256\"}", claims.replace("wandb", "elsewhere")));
        assertTrue(Given.trouble(storeOf(settings)).problem().contains("does not let this machine sign in"));
    }

    private static String signed(KeyPair pair, String head, String claims) throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + base64.encodeToString(signature.sign());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAgentThatSignsInByItselfIsAskedOverASocketOrTcp(boolean isSocket) throws Exception {
        // Agents look for AppRole where it is by default.
        if (!server.ask("sys/auth", "").toString().contains("\"approle/\"")) {
            server.ask("sys/auth/approle", "{\"type\": \"approle\"}");
        }
        String address = server.startAgent(roleId("approle"), secretId("approle"), isSocket);
        assertKeeps(Given.store(home, Map.of("VAULT_AGENT_ADDR", address), Map.of()));
        assertKeeps(Given.store(home, Map.of(), Map.of("address", address, "auth", "agent")));
    }

    @Test
    void vaultsTokenHelperGivesTheToken() throws Exception {
        Path helper = file("helper", "#!/bin/sh\nprintf %s " + server.token("\"wandb\""));
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        Path configuration = file("vault.hcl", "token_helper = \"" + helper + "\"");
        assertKeeps(Given.store(
                home, Map.of("VAULT_ADDR", server.address(), "VAULT_CONFIG_PATH", configuration.toString()), Map.of()));
    }

    @Test
    void thePathCanHoldTheUserTheMachineAndTheProfile() throws Exception {
        CredentialStore store = Given.store(
                home,
                Map.of("VAULT_ADDR", server.address(), "VAULT_TOKEN", FakeVault.TOKEN, "USER", "ada"),
                Map.of("path", "wandb/{user}/{machine}/{profile}"));
        assertInstanceOf(Saved.Stored.class, store.save(Given.query(ACCOUNT), KEY, ANYTHING));
        assertEquals(
                KEY.reveal(),
                server.ask("secret/data/wandb/ada/wandb.example.com/default", "")
                        .get("data")
                        .asObject()
                        .get("data")
                        .asObject()
                        .get("api_key")
                        .asString());
    }
}
