package wandb.auth.vault;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.vault.transport.GuardedClient;
import wandb.auth.vault.transport.ServerAddress;
import wandb.auth.vault.transport.SocketTransport;
import wandb.auth.vault.transport.Transport;
import wandb.auth.vault.transport.VaultStoreException;

/** How the server is reached: directly, at no address but its own, and trusted by its certificate. */
final class TrustedServer {

    private TrustedServer() {}

    static HttpClient client(VaultSettings settings, Environment environment) throws VaultStoreException {
        ServerAddress address = settings.address();
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
            TrustedCertificates.context(settings, environment).ifPresent(client::sslContext);
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
}
