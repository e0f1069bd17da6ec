package wandb.auth.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.http.Given.ALICE;
import static wandb.auth.http.Given.answer;
import static wandb.auth.http.Given.confirmed;
import static wandb.auth.http.Given.unreachable;
import static wandb.auth.http.Given.verdict;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.TrustFiles;

/** Servers reached by TLS, and which of their certificates are trusted. */
class TlsTest {

    private static final HeldCertificate CA = new HeldCertificate.Builder()
            .commonName("Example CA")
            .certificateAuthority(1)
            .build();
    private static final HeldCertificate INTERMEDIATE = new HeldCertificate.Builder()
            .commonName("Example intermediate CA")
            .certificateAuthority(0)
            .signedBy(CA)
            .build();

    @TempDir
    Path folder;

    private final MockWebServer server = Given.server();

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(HeldCertificate.Builder certificate) throws IOException {
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(certificate.signedBy(INTERMEDIATE).build(), INTERMEDIATE.certificate())
                .build();
        server.useHttps(certificates.sslSocketFactory());
        server.start();
        server.enqueue(answer(200, ALICE));
    }

    private static HeldCertificate.Builder forLocalhost() {
        return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void aServerWithACertificateOfNobodyKnownIsNotTrusted() throws IOException {
        serve(forLocalhost());
        assertEquals(Messages.certificateUntrusted(Given.host(server)), unreachable(verdict(server)));
        assertEquals(0, server.getRequestCount());
    }

    /** As on Windows with a Java that has no module for its certificates. What others could put into /etc there is not read. */
    @Test
    void whereTheCertificatesOfWindowsCannotBeReadThatIsSaid() throws IOException {
        serve(forLocalhost());
        assertEquals(Messages.certificateUntrustedWithoutWindows(Given.host(server)), unreachable(onWindows(Map.of())));
        confirmed(onWindows(Map.of("SSL_CERT_FILE", file("ca.pem", CA.certificatePem()))));
    }

    private Verdict onWindows(Map<String, String> variables) {
        Map<String, String> all = Given.environment(folder, variables).variables();
        Environment windows = new Environment(all, Optional.of(folder), folder, OperatingSystem.WINDOWS, Terminal.NONE);
        return new Verification(windows, Given.request(Given.address(server)), time -> {})
                .verify(ApiKey.parse(Given.KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"})
    void theFileOfItsCaMakesItTrusted(String variable) throws IOException {
        serve(forLocalhost());
        String text = "# of the organisation\n" + CA.certificatePem();
        confirmed(verdict(Given.address(server), Map.of(variable, file("ca.pem", text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"})
    void aFolderWithItsCaMakesItTrusted(String variable) throws IOException {
        serve(forLocalhost());
        file("0a1b2c3d.0", CA.certificatePem());
        file("README", "no certificate");
        confirmed(verdict(Given.address(server), Map.of(variable, folder.toString())));
    }

    @Test
    void oneOfSeveralFoldersIsEnough() throws IOException {
        serve(forLocalhost());
        Path empty = Files.createDirectory(folder.resolve("other"));
        Files.writeString(empty.resolve("other.pem"), INTERMEDIATE.certificatePem());
        file("ca.pem", CA.certificatePem());
        confirmed(verdict(Given.address(server), Map.of("SSL_CERT_DIR", empty + ":" + folder)));
    }

    @Test
    void theCaIsFoundAmongManyAndBehindABrokenOne() throws IOException {
        serve(forLocalhost());
        StringBuilder bundle = new StringBuilder("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        for (int i = 0; i < 5; i++) {
            bundle.append(new HeldCertificate.Builder()
                    .commonName("Other " + i)
                    .certificateAuthority(0)
                    .build()
                    .certificatePem());
        }
        String file = file("ca.pem", bundle + CA.certificatePem());
        confirmed(verdict(Given.address(server), Map.of("SSL_CERT_FILE", file)));
    }

    @Test
    void aCaOfTheSameNameIsNotTheSame() throws IOException {
        serve(forLocalhost());
        HeldCertificate namesake = new HeldCertificate.Builder()
                .commonName("Example CA")
                .certificateAuthority(1)
                .build();
        String file = file("ca.pem", namesake.certificatePem());
        assertEquals(
                Messages.certificateUntrusted(Given.host(server)),
                unreachable(verdict(Given.address(server), Map.of("SSL_CERT_FILE", file))));
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws IOException {
        serve(new HeldCertificate.Builder().addSubjectAlternativeName("wandb.example.com"));
        assertEquals(Messages.certificateOfAnotherName(Given.host(server)), unreachable(trusting(CA)));
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws IOException {
        serve(forLocalhost().validityInterval(0, 1));
        assertEquals(Messages.certificateExpired(Given.host(server)), unreachable(trusting(CA)));
    }

    private wandb.auth.domain.port.server.Verdict trusting(HeldCertificate ca) throws IOException {
        return verdict(Given.address(server), Map.of("SSL_CERT_FILE", file("ca.pem", ca.certificatePem())));
    }

    @Test
    void theCheckCannotBeSwitchedOffAsInTheSdk() throws IOException {
        serve(forLocalhost());
        unreachable(verdict(Given.address(server), Map.of("WANDB_INSECURE_DISABLE_SSL", "true")));
        assertEquals(0, server.getRequestCount());
    }

    /** Its peers can demand work of us without end, and one request needs none of what it brings. */
    @Test
    void http2IsNotSpoken() throws Exception {
        serve(forLocalhost());
        confirmed(trusting(CA));
        assertEquals("HTTP/1.1", server.takeRequest().getVersion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"})
    void whatIsNoFileIsNotRead(String variable) {
        assertEquals(
                Messages.certificatesNoFile(variable, "/dev/zero"),
                unreachable(verdict("https://127.0.0.1:1", Map.of(variable, "/dev/zero"))));
    }

    @Test
    void theBundleOfCurlCountsInTheAbsenceOfRequestss() throws Exception {
        serve(forLocalhost());
        Path ca = Files.writeString(folder.resolve("curl.pem"), CA.certificatePem());
        confirmed(verdict(Given.address(server), Map.of("CURL_CA_BUNDLE", ca.toString())));
    }

    @Test
    void aPortWithoutTlsIsSaidToHaveNone() throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answerInPlainText(plain));
            String machine = "localhost:" + plain.getLocalPort();
            String problem =
                    unreachable(verdict("https://" + machine, Map.of())).problem();
            assertTrue(problem.startsWith("No TLS connection to " + machine + " can be made: "), problem);
        }
    }

    /** To whatever it is sent, and keeps the connection until the other side ends it. */
    private static void answerInPlainText(ServerSocket listening) {
        while (answersOne(listening)) {
            Thread.onSpinWait();
        }
    }

    private static boolean answersOne(ServerSocket listening) {
        try (Socket connection = listening.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return !listening.isClosed(); // the other side ended it, or the test did
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "SSL_CERT_DIR"})
    void aFileThatCannotBeReadIsNamed(String variable) {
        String missing = folder.resolve("missing").toString();
        assertEquals(
                Messages.certificatesUnreadable(variable, missing),
                unreachable(verdict("https://localhost:1", Map.of(variable, missing))));
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws IOException {
        String file = file("ca.der", "no certificate");
        assertEquals(
                Messages.noCertificates("SSL_CERT_FILE", file),
                unreachable(verdict("https://localhost:1", Map.of("SSL_CERT_FILE", file))));
    }

    @Test
    void plainHttpNeedsNoCertificates() throws IOException {
        server.start();
        server.enqueue(answer(200, ALICE));
        confirmed(verdict(Given.address(server), Map.of("SSL_CERT_FILE", "/missing")));
    }

    @Test
    void theSystemsOwnFileIsTheFirstThatExists() throws IOException {
        Path first = folder.resolve("missing");
        Path second = Path.of(file("second", "2"));
        Path third = Path.of(file("third", "3"));
        var environment = Given.environment(folder, Map.of());
        assertEquals("2", new TrustFiles(environment, List.of(first, second, third)).ofSystem());
        assertEquals("", new TrustFiles(environment, List.of(first)).ofSystem());
    }
}
