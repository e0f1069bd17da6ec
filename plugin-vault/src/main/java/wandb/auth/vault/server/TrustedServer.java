package wandb.auth.vault.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.vault.message.Messages;

/** How the server is reached: directly, at no address but its own, and trusted by its certificate. */
public final class TrustedServer {

    private TrustedServer() {}

    /**
     * What carries requests to the server.
     *
     * @param address the server
     * @param caPath the certificates that its own must be signed by, or a folder of them; empty for those that this system trusts
     * @param environment which of them that are
     */
    public static HttpClient client(ServerAddress address, Optional<Path> caPath, Environment environment)
            throws VaultStoreException {
        if (address.socket().isPresent()) {
            Transport transport = new SocketTransport(address.socket().get(), GuardedClient.LARGEST_ANSWER);
            return new GuardedClient(HttpClient.newHttpClient(), transport, address);
        }
        checkLoopback(address.host(), InetAddress::getAllByName);
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY);
        if (address.url().startsWith("https:")) {
            TrustedCertificates.context(caPath, environment).ifPresent(client::sslContext);
        }
        HttpClient built = client.build();
        return new GuardedClient(built, built::send, address);
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
                    throw new VaultStoreException(Messages.loopbackNameElsewhere(address));
                }
            }
        } catch (UnknownHostException e) {
            return; // which the connection will tell
        }
    }
}
