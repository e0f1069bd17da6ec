package wandb.auth.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Environment;

/**
 * Judges a server's certificates as the JDK does, by the certificates of the {@link TrustFiles}, and the JDK's own where the
 * system has none.
 *
 * <p>The JDK's judge needs every trusted certificate parsed, which takes longer than the whole conversation. So it is first
 * given only those whose names occur as issuers in what the server showed. It finds the same way through fewer of them;
 * where it finds none, it is asked again with all.
 */
final class TrustedCertificates extends X509ExtendedTrustManager {

    private final List<PemCertificates> files;

    private TrustedCertificates(List<PemCertificates> files) {
        this.files = files;
    }

    static TrustedCertificates of(Environment environment) throws UnreachableException {
        return of(new TrustFiles(environment, TrustFiles.OF_SYSTEMS));
    }

    static TrustedCertificates of(TrustFiles files) throws UnreachableException {
        List<PemCertificates> certificates = new ArrayList<>();
        for (String text : files.named()) {
            certificates.add(new PemCertificates(text));
        }
        certificates.add(new PemCertificates(files.ofSystem()));
        return new TrustedCertificates(certificates);
    }

    SSLSocketFactory socketFactory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        Optional<X509ExtendedTrustManager> likely = judge(issuersOf(chain));
        if (likely.isPresent()) {
            try {
                likely.get().checkServerTrusted(chain, authType, socket);
                return;
            } catch (CertificateException e) {
                // Perhaps one under another spelling of the name would do: all decide.
            }
        }
        judgeOfAll().checkServerTrusted(chain, authType, socket);
    }

    private List<byte[]> issuersOf(X509Certificate[] chain) {
        List<byte[]> names = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            names.add(certificate.getIssuerX500Principal().getEncoded());
        }
        List<byte[]> issuers = new ArrayList<>();
        for (PemCertificates file : files) {
            issuers.addAll(file.issuedTo(names));
        }
        return issuers;
    }

    private X509ExtendedTrustManager judgeOfAll() throws CertificateException {
        List<byte[]> all = new ArrayList<>();
        for (PemCertificates file : files) {
            all.addAll(file.all());
        }
        Optional<X509ExtendedTrustManager> ours = judge(all);
        return ours.isPresent() ? ours.get() : judge((KeyStore) null);
    }

    private static Optional<X509ExtendedTrustManager> judge(List<byte[]> trusted) throws CertificateException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] der : trusted) {
                Optional<Certificate> certificate = parsed(factory, der);
                if (certificate.isPresent()) {
                    store.setCertificateEntry(Integer.toString(store.size()), certificate.get());
                }
            }
            return store.size() == 0 ? Optional.empty() : Optional.of(judge(store));
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("the trusted certificates cannot be used", e);
        }
    }

    private static Optional<Certificate> parsed(CertificateFactory factory, byte[] der) {
        try {
            return Optional.of(factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Without a store, the JDK's own. */
    private static X509ExtendedTrustManager judge(@Nullable KeyStore store) throws CertificateException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new CertificateException("this Java cannot judge certificates", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw withoutConnection();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw withoutConnection();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw withoutConnection();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw withoutConnection();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw withoutConnection();
    }

    private static CertificateException withoutConnection() {
        return new CertificateException("only servers are judged, on their own sockets");
    }

    /** None: only servers are told whom one accepts, and reading all of them is what is avoided here. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
