package wandb.auth.vault.server;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.vault.message.Messages;

/**
 * What an answer says of the server, whatever was asked: the states of Vault's HTTP API that keep it from answering.
 */
final class ServerState {

    private static final int RATE_LIMITED = 429;
    private static final int STANDBY_IS_BEHIND = 412;
    private static final int DISASTER_RECOVERY_SECONDARY = 472;
    private static final int PERFORMANCE_STANDBY = 473;
    private static final int UNAVAILABLE = 503;

    private ServerState() {}

    /** Ends where the server is in no state to answer. */
    static void check(ServerAddress address, HttpResponse<?> response) throws VaultStoreException {
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            throw new VaultStoreException(Messages.redirected(address.toString(), target(response)));
        }
        switch (status) {
            case RATE_LIMITED ->
                throw new VaultStoreException(Messages.rateLimited(address.toString(), seconds(response)));
            case STANDBY_IS_BEHIND, DISASTER_RECOVERY_SECONDARY, PERFORMANCE_STANDBY ->
                throw new VaultStoreException(Messages.standby(address.toString()));
            case UNAVAILABLE ->
                throw new VaultStoreException(unavailable(address.toString(), String.valueOf(response.body())));
            default -> checkOther(address, response);
        }
    }

    private static void checkOther(ServerAddress address, HttpResponse<?> response) throws VaultStoreException {
        if (response.statusCode() >= 500) {
            throw new VaultStoreException(Messages.failing(address.toString(), response.statusCode()));
        }
        String body = String.valueOf(response.body()).strip();
        if (!body.isEmpty() && !body.startsWith("{")) {
            throw new VaultStoreException(Messages.notAVaultServer());
        }
    }

    /** Where it leads: a standby to the active server, whoever else answers wherever he likes. The token goes to neither. */
    private static String target(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .map(ServerState::origin)
                .orElse(Messages.ANOTHER_ADDRESS);
    }

    private static String origin(String location) {
        try {
            URI uri = URI.create(location);
            boolean named = uri.getScheme() != null && uri.getHost() != null;
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return named ? TerminalSafe.of(uri.getScheme() + "://" + uri.getHost() + port) : Messages.ANOTHER_PATH;
        } catch (IllegalArgumentException e) {
            return Messages.ANOTHER_ADDRESS;
        }
    }

    private static Optional<String> seconds(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static Reason unavailable(String server, String body) {
        return body.contains("sealed") ? Messages.sealed(server) : Messages.notReady(server);
    }
}
