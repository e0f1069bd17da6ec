package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the few certificates that matter among those of a whole system. */
class TrustedCertificatesTest {

    @TempDir
    Path folder;

    /** What this JDK trusts: about 150 certificates as authorities really make them. */
    private static List<X509Certificate> real() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        List<X509Certificate> certificates =
                List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
        assertTrue(certificates.size() > 50);
        return certificates;
    }

    @Test
    void theNameIsFoundInEveryRealCertificate() throws Exception {
        for (X509Certificate certificate : real()) {
            assertArrayEquals(
                    certificate.getSubjectX500Principal().getEncoded(),
                    DerName.ofSubject(certificate.getEncoded()).orElseThrow());
        }
    }

    @Test
    void noCutCertificateHasAName() {
        byte[] der = encoded(new HeldCertificate.Builder().build().certificate());
        int subjectEnds = 0;
        while (DerName.ofSubject(Arrays.copyOf(der, subjectEnds)).isEmpty()) {
            subjectEnds++;
        }
        assertTrue(subjectEnds > 100, () -> "found too soon");
        assertEquals(Optional.empty(), DerName.ofSubject(new byte[] {0x30, (byte) 0x84, 1, 1, 1, 1}));
        assertEquals(Optional.empty(), DerName.ofSubject(new byte[] {0x30, (byte) 0x83, 127, 127, 127, 0x30, 3}));
    }

    @Test
    void theSystemsCertificatesAreTrusted() throws Exception {
        List<X509Certificate> all = new ArrayList<>(real());
        HeldCertificate ca = new HeldCertificate.Builder()
                .commonName("CA")
                .certificateAuthority(0)
                .build();
        all.add(ca.certificate());
        Path bundle = folder.resolve("bundle.crt");
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : all) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(java.util.Base64.getMimeEncoder().encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        Files.writeString(bundle, pem);
        TrustedCertificates trusted = trusted(List.of(bundle));
        assertDoesNotThrow(() -> trusted.checkServerTrusted(serverOf(ca), "ECDHE_ECDSA", new Socket()));
        HeldCertificate other = new HeldCertificate.Builder()
                .commonName("CA")
                .certificateAuthority(0)
                .build();
        assertThrows(
                CertificateException.class,
                () -> trusted.checkServerTrusted(serverOf(other), "ECDHE_ECDSA", new Socket()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void whereTheSystemHasNoneTheJdksAreTrusted(String bundle) throws Exception {
        TrustedCertificates trusted = trusted(List.of(Files.writeString(folder.resolve("bundle.crt"), bundle)));
        X509Certificate[] root = real().stream()
                .filter(certificate -> isValid(certificate) && certificate.getBasicConstraints() >= 0)
                .limit(1)
                .toArray(X509Certificate[]::new);
        assertDoesNotThrow(() -> trusted.checkServerTrusted(root, "UNKNOWN", new Socket()));
    }

    @Test
    void onlyServersOnTheirSocketsAreJudged() throws Exception {
        TrustedCertificates trusted = trusted(List.of());
        X509Certificate[] chain =
                serverOf(new HeldCertificate.Builder().certificateAuthority(0).build());
        assertThrows(CertificateException.class, () -> trusted.checkServerTrusted(chain, "RSA"));
        assertThrows(CertificateException.class, () -> trusted.checkClientTrusted(chain, "RSA"));
        assertThrows(CertificateException.class, () -> trusted.checkClientTrusted(chain, "RSA", new Socket()));
        assertEquals(0, trusted.getAcceptedIssuers().length);
    }

    private TrustedCertificates trusted(List<Path> ofSystem) throws UnreachableException {
        return TrustedCertificates.of(new TrustFiles(Given.environment(folder, Map.of()), ofSystem));
    }

    private static X509Certificate[] serverOf(HeldCertificate ca) {
        return new X509Certificate[] {
            new HeldCertificate.Builder().signedBy(ca).build().certificate()
        };
    }

    private static boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        return assertDoesNotThrow(() -> certificate.getEncoded());
    }
}
