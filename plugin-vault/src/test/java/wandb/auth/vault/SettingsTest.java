package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Outcome;

/** Which server is asked, with which token, and whom the plugin trusts. */
class SettingsTest {

    @TempDir
    private Path home;

    private String problem(Map<String, String> variables, Map<String, String> settings) {
        return Given.trouble(Given.store(home, variables, settings)).problem();
    }

    private void assertAsks(FakeVault vault, Map<String, String> variables, Map<String, String> settings) {
        assertInstanceOf(Outcome.Absent.class, Given.find(Given.store(home, variables, settings)));
        assertEquals(1, vault.requests().size());
    }

    @Test
    void withoutAServerThereIsNoStore() {
        Given.assertAllFail("No Vault server is named.", Given.store(home, Map.of(), Map.of()));
    }

    @Test
    void withoutATokenThereIsNoStore() {
        Given.assertAllFail(
                "There is no token for https://vault.example.com.",
                Given.store(home, Map.of("VAULT_ADDR", "https://vault.example.com"), Map.of()));
    }

    @Test
    void theTokenOfVaultLoginIsUsed() throws IOException {
        Files.writeString(home.resolve(".vault-token"), FakeVault.TOKEN + "\n");
        try (FakeVault vault = FakeVault.start()) {
            assertAsks(vault, Map.of("VAULT_ADDR", vault.address()), Map.of());
        }
    }

    @Test
    void theVariablesTokenGoesBeforeTheFiles() throws IOException {
        Files.writeString(home.resolve(".vault-token"), "hvs.old");
        try (FakeVault vault = FakeVault.start()) {
            assertAsks(vault, Map.of("VAULT_ADDR", vault.address(), "VAULT_TOKEN", FakeVault.TOKEN), Map.of());
        }
    }

    @Test
    void theLineEndsThatAScriptLeftAroundAVariableAreNoneOfIt() throws IOException {
        try (FakeVault vault = FakeVault.start()) {
            assertInstanceOf(
                    Outcome.Absent.class,
                    Given.find(Given.store(
                            home,
                            Map.of(
                                    "VAULT_ADDR", vault.address() + "\r\n",
                                    "VAULT_TOKEN", FakeVault.TOKEN + "\n",
                                    "VAULT_NAMESPACE", "team/a\n"),
                            Map.of())));
            assertTrue(vault.requests().getFirst().endsWith(" in team/a"), vault.requests()::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', U+000A", "a b, U+0020", "t\u00e9am, U+00E9"})
    void aNamespaceWithACharacterThatNoHeaderCanHoldIsNamed(String namespace, String character) {
        Map<String, String> variables =
                Map.of("VAULT_ADDR", "https://vault.example.com", "VAULT_TOKEN", "t", "VAULT_NAMESPACE", namespace);
        assertEquals(
                "VAULT_NAMESPACE holds the character " + character + ", which cannot be part of it.",
                problem(variables, Map.of()));
    }

    @Test
    void theApiAtTheEndOfAnAddressIsNoPartOfIt() throws IOException {
        try (FakeVault vault = FakeVault.start()) {
            assertAsks(vault, Map.of("VAULT_ADDR", vault.address() + "/v1/", "VAULT_TOKEN", FakeVault.TOKEN), Map.of());
        }
    }

    @Test
    void aFileOfTheSettingsGoesBeforeBoth() throws IOException {
        Files.writeString(home.resolve("sink"), FakeVault.TOKEN);
        try (FakeVault vault = FakeVault.start()) {
            assertAsks(
                    vault,
                    Map.of("VAULT_ADDR", vault.address(), "VAULT_TOKEN", "hvs.old"),
                    Map.of("token_file", "~/sink"));
        }
    }

    @Test
    void theAddressOfTheSettingsGoesBeforeTheVariables() throws IOException {
        Files.writeString(home.resolve("sink"), FakeVault.TOKEN);
        try (FakeVault vault = FakeVault.start();
                FakeVault other = FakeVault.start()) {
            assertAsks(
                    vault,
                    Map.of("VAULT_ADDR", other.address()),
                    Map.of(
                            "address",
                            vault.address(),
                            "token_file",
                            home.resolve("sink").toString()));
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    void theTokenOfASessionAtAnotherServerIsNotSent() throws IOException {
        Files.writeString(home.resolve(".vault-token"), FakeVault.TOKEN);
        try (FakeVault vault = FakeVault.start()) {
            Map<String, String> variables =
                    Map.of("VAULT_ADDR", "https://other.example.com", "VAULT_TOKEN", FakeVault.TOKEN);
            String problem = problem(variables, Map.of("address", vault.address()));
            assertEquals(
                    "VAULT_ADDR names another server than auth.ini (" + vault.address()
                            + "), so the token at hand is not for this one.",
                    problem);
            assertEquals(List.of(), vault.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://vault.example.com:8200", "http://10.0.0.1"})
    void plainHttpBeyondThisMachineIsRefused(String address) {
        String problem = problem(Map.of("VAULT_ADDR", address, "VAULT_TOKEN", "t"), Map.of());
        assertEquals(
                "VAULT_ADDR names " + address + ": anyone on the network path could read the token and the key.",
                problem);
    }

    @ParameterizedTest
    @CsvSource({
        "address, vault.example.com",
        "address, https://user:s3cret@vault.example.com",
        "adress, https://vault.example.com",
        "mount, ../x",
        "mount, a b",
        "path, wandb/{host}",
        "path, wandb/{profile}",
        "path, {machine}",
        "auth, kerberos",
        "role_id_file, /etc/role",
        "path, wandb/{host}/../{profile}",
        "path, /{host}/{profile}",
        "field, a/b",
        "ca_file, certificates.pem",
        "token_file, ./token",
    })
    void aWrongSettingIsNamed(String name, String value) {
        Map<String, String> variables = Map.of("VAULT_ADDR", "https://vault.example.com", "VAULT_TOKEN", "t");
        String problem = problem(variables, Map.of(name, value));
        assertTrue(problem.contains("'" + name + "' in [store.vault] of auth.ini"), problem);
        assertTrue(!problem.contains("s3cret"), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a\nb", "\u00e9", " \n"})
    void whatIsNoTokenIsNotSentAndNotQuoted(String token) {
        String problem = problem(Map.of("VAULT_ADDR", "https://vault.example.com", "VAULT_TOKEN", token), Map.of());
        assertEquals("VAULT_TOKEN holds no token.", problem);
    }

    @Test
    void aServerIsTrustedByTheCertificatesThatAreNamed() throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(own).build();
        Path pem = Files.writeString(
                home.resolve("ca.pem"), own.privateKeyPkcs8Pem() + "a comment\n" + authority.certificatePem());
        try (FakeVault vault = FakeVault.startWithTls(certificates)) {
            Map<String, String> known = Map.of("VAULT_ADDR", vault.address(), "VAULT_TOKEN", FakeVault.TOKEN);
            assertEquals(
                    "No secure connection to " + vault.address() + ": its certificate is not trusted, or TLS failed.",
                    problem(known, Map.of()));
            assertEquals(List.of(), vault.requests());
            assertAsks(vault, known, Map.of("ca_file", pem.toString()));
            assertInstanceOf(
                    Outcome.Absent.class, Given.find(Given.store(home, with(known, "SSL_CERT_FILE", pem), Map.of())));
            assertInstanceOf(
                    Outcome.Absent.class, Given.find(Given.store(home, with(known, "VAULT_CAPATH", home), Map.of())));
        }
    }

    private static Map<String, String> with(Map<String, String> variables, String name, Path value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value.toString());
        return more;
    }

    @Test
    void aFileWithoutCertificatesIsAnError() throws IOException {
        Path empty = Files.createFile(home.resolve("empty.pem"));
        Map<String, String> variables =
                Map.of("VAULT_ADDR", "https://vault.example.com", "VAULT_TOKEN", "t", "VAULT_CACERT", empty.toString());
        assertEquals(empty + " holds no certificates (PEM) that can be read.", problem(variables, Map.of()));
    }
}
