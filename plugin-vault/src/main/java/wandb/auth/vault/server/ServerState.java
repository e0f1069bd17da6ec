package wandb.auth.vault.server;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import wandb.auth.domain.TerminalSafe;

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
            throw redirect(address, response);
        }
        switch (status) {
            case RATE_LIMITED -> throw rateLimited(address, response);
            case STANDBY_IS_BEHIND, DISASTER_RECOVERY_SECONDARY, PERFORMANCE_STANDBY -> throw standby(address);
            case UNAVAILABLE -> throw unavailable(address, String.valueOf(response.body()));
            default -> checkOther(address, response);
        }
    }

    private static void checkOther(ServerAddress address, HttpResponse<?> response) throws VaultStoreException {
        if (response.statusCode() >= 500) {
            throw new VaultStoreException(
                    address + " fails (HTTP " + response.statusCode() + ").",
                    "Try again; ask its operator to look into its log.");
        }
        String body = String.valueOf(response.body()).strip();
        if (!body.isEmpty() && !body.startsWith("{")) {
            throw VaultStoreException.notUnderstood();
        }
    }

    /** A standby redirects to the active server; whoever else answers redirects wherever he likes. The token goes to neither. */
    private static VaultStoreException redirect(ServerAddress address, HttpResponse<?> response) {
        String target = response.headers()
                .firstValue("Location")
                .map(ServerState::origin)
                .orElse("another address");
        return new VaultStoreException(
                address + " redirects to " + target + ", where the token is not sent.",
                "If that is your server, use it as the address.");
    }

    private static String origin(String location) {
        try {
            URI uri = URI.create(location);
            boolean named = uri.getScheme() != null && uri.getHost() != null;
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return named ? TerminalSafe.of(uri.getScheme() + "://" + uri.getHost() + port) : "another path";
        } catch (IllegalArgumentException e) {
            return "another address";
        }
    }

    private static VaultStoreException rateLimited(ServerAddress address, HttpResponse<?> response) {
        Optional<String> seconds = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9'));
        return new VaultStoreException(
                address + " is rate limiting requests (HTTP 429).",
                seconds.map(text -> "Try again in " + text + " seconds.").orElse("Try again later."));
    }

    private static VaultStoreException standby(ServerAddress address) {
        return new VaultStoreException(
                address + " is a standby that does not answer for the active server.",
                "Make the active server the address, or try again.");
    }

    private static VaultStoreException unavailable(ServerAddress address, String body) {
        return body.contains("sealed")
                ? new VaultStoreException(address + " is sealed.", "Ask its operator to unseal it.")
                : new VaultStoreException(address + " is not ready (HTTP 503).", "Try again later.");
    }
}
