package wandb.auth.http.network;

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
import java.util.Arrays;
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
import wandb.auth.domain.OperatingSystem;

/**
 * Judges a server's certificates as the JDK does, by the certificates of the {@link TrustFiles}, or by the JDK's own if the
 * system has none.
 *
 * <p>Parsing the about 150 certificates of a system costs more than the rest of the conversation. So the JDK first gets only
 * those in whose bytes the name of an issuer occurs that the server's chain mentions. A name that occurs elsewhere than as
 * the subject does no harm, since the JDK decides; if it finds no path, it is asked again with all.
 */
public final class TrustedCertificates extends X509ExtendedTrustManager {

    private final List<byte[]> trusted;
    private final boolean isSystemUnread;

    private TrustedCertificates(List<byte[]> trusted, boolean isSystemUnread) {
        this.trusted = trusted;
        this.isSystemUnread = isSystemUnread;
    }

    public static TrustedCertificates of(Environment environment) throws UnreachableException {
        if (environment.operatingSystem() != OperatingSystem.WINDOWS) {
            return of(new TrustFiles(environment, TrustFiles.OF_SYSTEMS));
        }
        Optional<List<byte[]>> windows = WindowsCertificates.read();
        List<byte[]> certificates = of(new TrustFiles(environment, List.of())).trusted;
        certificates.addAll(windows.orElse(List.of()));
        return new TrustedCertificates(certificates, windows.isEmpty());
    }

    public static TrustedCertificates of(TrustFiles files) throws UnreachableException {
        List<byte[]> certificates = new ArrayList<>();
        for (String text : files.named()) {
            certificates.addAll(PemCertificates.decode(text));
        }
        certificates.addAll(PemCertificates.decode(files.ofSystem()));
        return new TrustedCertificates(certificates, false);
    }

    public SSLSocketFactory socketFactory() {
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
        Optional<X509ExtendedTrustManager> likely = judge(mentioning(issuersOf(chain)));
        if (likely.isPresent()) {
            try {
                likely.get().checkServerTrusted(chain, authType, socket);
                return;
            } catch (CertificateException e) {
                // Perhaps one under another spelling of the name would do: all decide.
            }
        }
        try {
            judgeOfAll().checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw isSystemUnread ? new WindowsCertificates.UnreadException(e) : e;
        }
    }

    private static List<byte[]> issuersOf(X509Certificate[] chain) {
        List<byte[]> names = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            names.add(certificate.getIssuerX500Principal().getEncoded());
        }
        return names;
    }

    /** The trusted certificates in whose bytes one of the names occurs, all in DER. */
    List<byte[]> mentioning(List<byte[]> names) {
        List<byte[]> found = new ArrayList<>();
        for (byte[] certificate : trusted) {
            for (byte[] name : names) {
                if (contains(certificate, name)) {
                    found.add(certificate);
                    break;
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int start = 0; start <= bytes.length - part.length; start++) {
            if (Arrays.equals(bytes, start, start + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private X509ExtendedTrustManager judgeOfAll() throws CertificateException {
        Optional<X509ExtendedTrustManager> ours = judge(trusted);
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
