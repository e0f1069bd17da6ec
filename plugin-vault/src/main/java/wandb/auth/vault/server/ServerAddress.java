package wandb.auth.vault.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.vault.message.Messages;

/**
 * Where the server, or an agent in front of it, listens.
 *
 * @param host the server as requests name it; that of a socket names this machine
 * @param socket the Unix socket; empty for a server that is reached over the network
 */
public record ServerAddress(Host host, Optional<Path> socket) {

    private static final String UNIX = "unix://";
    private static final String API = "/v1";

    /**
     * The address that is written there.
     *
     * @param where the setting or variable, for messages
     */
    public static ServerAddress parse(String where, String text) throws VaultStoreException {
        if (text.startsWith(UNIX)) {
            return new ServerAddress(Host.parse("http://localhost"), Optional.of(socket(where, text)));
        }
        Host host = host(where, text);
        if (host.isPlainHttpBeyondLoopback()) {
            throw new VaultStoreException(Messages.plainHttp(where, host));
        }
        return new ServerAddress(host, Optional.empty());
    }

    private static Path socket(String where, String text) throws VaultStoreException {
        try {
            Path path = Path.of(text.substring(UNIX.length()));
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // the same complaint as for a relative path
        }
        throw new VaultStoreException(Messages.socketInvalid(where));
    }

    /** With the path of the API at its end, as its documentation writes addresses, it is the same server. */
    private static Host host(String where, String text) throws VaultStoreException {
        String whole = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        String server = whole.endsWith(API) ? whole.substring(0, whole.length() - API.length()) : whole;
        try {
            return Host.parse(server);
        } catch (InvalidHostException e) {
            throw new VaultStoreException(Messages.addressInvalid(where, e.getMessage()));
        }
    }

    /** The address that requests begin with. */
    public String url() {
        return host.url();
    }

    @Override
    public String toString() {
        return socket.map(path -> UNIX + TerminalSafe.whole(path.toString())).orElseGet(host::toString);
    }
}
