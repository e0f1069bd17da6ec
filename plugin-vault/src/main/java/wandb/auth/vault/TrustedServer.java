package wandb.auth.vault;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import wandb.auth.domain.Host;
import wandb.auth.domain.TerminalSafe;

/** How the server is reached: directly, by one connection, at no address but its own, and trusted by its certificate. */
final class TrustedServer {

    private TrustedServer() {}

    static HttpClient client(VaultSettings settings) throws VaultStoreException {
        checkLoopback(settings.address(), InetAddress::getAllByName);
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY);
        if (settings.caFile().isPresent()) {
            client.sslContext(trusting(settings.caFile().get()));
        }
        return client.build();
    }

    /** The addresses of a name. */
    interface Names {

        /** All of them, or that there is none. */
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** Over plain http nothing leaves this machine, whatever a name service says of {@code NAME.localhost}. */
    static void checkLoopback(Host address, Names names) throws VaultStoreException {
        if (!address.url().startsWith("http:")) {
            return;
        }
        try {
            for (InetAddress place : names.addresses(URI.create(address.url()).getHost())) {
                if (!place.isLoopbackAddress()) {
                    throw new VaultStoreException(
                            address
                                    + " is another machine here: everybody on the way could read the token and the key.",
                            "Use https, or the IP address of the machine.");
                }
            }
        } catch (UnknownHostException e) {
            return; // which the connection will tell
        }
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
