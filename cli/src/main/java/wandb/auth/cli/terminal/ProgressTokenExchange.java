package wandb.auth.cli.terminal;

import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.spi.Erased;

/**
 * Tells a person at a terminal what is being waited for.
 *
 * @param exchange asks the server
 * @param console tells it
 */
public record ProgressTokenExchange(TokenExchange exchange, Console console) implements TokenExchange {

    /** The exchange itself where nobody looks on. */
    public static TokenExchange of(TokenExchange exchange, Console console) {
        return console.showsWaits() ? new ProgressTokenExchange(exchange, console) : exchange;
    }

    @Override
    public Exchanged exchange(Environment environment, ServerRequest request, IdentityToken token) {
        return console.waiting(
                Messages.waitingForTokenExchange(request.host()), () -> exchange.exchange(environment, request, token));
    }

    @Override
    public boolean keepsTokens(Environment environment, Host host) {
        return exchange.keepsTokens(environment, host);
    }

    @Override
    public Erased eraseTokens(Environment environment, Host host) {
        return exchange.eraseTokens(environment, host);
    }
}
