package wandb.auth.http.network;

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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.http.Given;

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
    void everyRealCertificateIsFoundByTheNameOfItsSubject() throws Exception {
        TrustedCertificates trusted = trusted(List.of(Files.writeString(folder.resolve("bundle.crt"), pem(real()))));
        for (X509Certificate certificate : real()) {
            byte[] name = certificate.getSubjectX500Principal().getEncoded();
            byte[] der = certificate.getEncoded();
            assertTrue(trusted.mentioning(List.of(name)).stream().anyMatch(found -> Arrays.equals(found, der)));
        }
    }

    @Test
    void aNameThatNoneMentionsFindsNone() throws Exception {
        HeldCertificate ca = certificate("CA");
        TrustedCertificates trusted =
                trusted(List.of(Files.writeString(folder.resolve("bundle.crt"), ca.certificatePem())));
        byte[] name =
                certificate("another").certificate().getSubjectX500Principal().getEncoded();
        assertEquals(List.of(), trusted.mentioning(List.of(name)));
        assertEquals(List.of(), trusted.mentioning(List.of(new byte[5_000]))); // longer than any of them
    }

    private static HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(0)
                .build();
    }

    @Test
    void theSystemsCertificatesAreTrusted() throws Exception {
        List<X509Certificate> all = new ArrayList<>(real());
        HeldCertificate ca = certificate("CA");
        all.add(ca.certificate());
        Path bundle = Files.writeString(folder.resolve("bundle.crt"), pem(all));
        TrustedCertificates trusted = trusted(List.of(bundle));
        assertDoesNotThrow(() -> trusted.checkServerTrusted(serverOf(ca), "ECDHE_ECDSA", new Socket()));
        HeldCertificate other = certificate("CA");
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

    private static String pem(List<X509Certificate> certificates) {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
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
