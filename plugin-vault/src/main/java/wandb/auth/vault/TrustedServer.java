package wandb.auth.vault;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import wandb.auth.domain.TerminalSafe;

/** How the server is reached: directly, by one connection, at no address but its own, and trusted by its certificate. */
final class TrustedServer {

    private TrustedServer() {}

    static HttpClient client(VaultSettings settings) throws VaultStoreException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY);
        if (settings.caFile().isPresent()) {
            client.sslContext(trusting(settings.caFile().get()));
        }
        return client.build();
    }

    private static SSLContext trusting(Path file) throws VaultStoreException {
        try (InputStream in = Files.isRegularFile(file) ? Files.newInputStream(file) : InputStream.nullInputStream()) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("" + trusted.size(), certificate);
            }
            if (trusted.size() > 0) {
                TrustManagerFactory judges = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                judges.init(trusted);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, judges.getTrustManagers(), null);
                return context;
            }
        } catch (IOException | GeneralSecurityException e) {
            // the same complaint as for a file without certificates
        }
        throw new VaultStoreException(
                TerminalSafe.whole(file.toString()) + " holds no certificates (PEM) that can be read.",
                "Correct 'ca_file' in auth.ini, or VAULT_CACERT.");
    }
}
