package wandb.auth.http.network;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificates that Windows trusts, which a Java has access to by its module {@code jdk.crypto.mscapi}. Windows fetches some of them
 * only when it meets them, so the JDK's own count besides.
 */
public final class WindowsCertificates {

    private WindowsCertificates() {}

    /** In DER; empty if this Java has no access to them. */
    static Optional<List<byte[]>> read() {
        try {
            KeyStore store = KeyStore.getInstance("Windows-ROOT");
            store.load(null, null);
            List<byte[]> certificates = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate != null) {
                    certificates.add(certificate.getEncoded());
                }
            }
            addOwn(certificates);
            return Optional.of(certificates);
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static void addOwn(List<byte[]> certificates) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        for (X509Certificate certificate : ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()) {
            certificates.add(certificate.getEncoded());
        }
    }

    /** Why a server is not trusted, where the certificates of Windows, which might say otherwise, cannot be read. */
    public static final class UnreadException extends CertificateException {

        private static final long serialVersionUID = 1L;

        UnreadException(CertificateException cause) {
            super("the certificates of Windows cannot be read", cause);
        }
    }
}
