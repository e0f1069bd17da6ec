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
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.vault.message.Messages;

/** Which server is asked, with which token, and whom the plugin trusts. */
class SettingsTest {

    @TempDir
    private Path home;

    private Reason trouble(Map<String, String> variables, Map<String, String> settings) {
        return Given.trouble(Given.store(home, variables, settings));
    }

    private void assertAsks(FakeVault vault, Map<String, String> variables, Map<String, String> settings) {
        assertInstanceOf(Outcome.Absent.class, Given.find(Given.store(home, variables, settings)));
        assertEquals(1, vault.requests().size());
    }

    @Test
    void withoutAServerThereIsNoStore() {
        Given.assertAllFail(Messages.noServerNamed(), Given.store(home, Map.of(), Map.of()));
    }

    @Test
    void withoutATokenThereIsNoStore() {
        Given.assertAllFail(
                Messages.noToken("https://vault.example.com"),
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
                trouble(variables, Map.of()).problem());
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
            assertEquals(
                    Messages.tokenOfAnotherServer(vault.address()),
                    trouble(variables, Map.of("address", vault.address())));
            assertEquals(List.of(), vault.requests());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://vault.example.com:8200", "http://10.0.0.1"})
    void plainHttpBeyondThisMachineIsRefused(String address) {
        assertEquals(
                Messages.plainHttp("VAULT_ADDR", Host.parse(address)),
                trouble(Map.of("VAULT_ADDR", address, "VAULT_TOKEN", "t"), Map.of()));
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
        String problem = trouble(variables, Map.of(name, value)).problem();
        assertTrue(problem.contains("'" + name + "' in [store.vault] of auth.ini"), problem);
        assertTrue(!problem.contains("s3cret"), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a\nb", "\u00e9", " \n"})
    void whatIsNoTokenIsNotSentAndNotQuoted(String token) {
        assertEquals(
                Messages.holdsNoToken("VAULT_TOKEN"),
                trouble(Map.of("VAULT_ADDR", "https://vault.example.com", "VAULT_TOKEN", token), Map.of()));
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
            assertEquals(Messages.notTrusted(vault.address()), trouble(known, Map.of()));
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
        assertEquals(Messages.noCertificates(empty, Messages.NAMES_OF_CERTIFICATES), trouble(variables, Map.of()));
    }
}
