package wandb.auth.app.token;

import java.util.function.Supplier;
import wandb.auth.app.Messages;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.TokenExchange.Exchanged;
import wandb.auth.domain.spi.Erased;

/**
 * Gets the access token for an identity token, where that is safe, and erases the tokens that are kept.
 *
 * @param exchange asks the server; made only where it is needed
 */
public record ExchangeToken(Supplier<TokenExchange> exchange, CurrentSettings settings, QueryFactory queries) {

    /** The access token, or why there is none. */
    public Exchanged accessToken(Account account, IdentityToken token) {
        return account.host().isPlainHttpBeyondLoopback()
                ? new TokenExchange.Unreachable(Messages.tokensWouldBeReadable())
                : exchange.get().exchange(settings.environmentOfServers(), queries.toServer(account), token);
    }

    /** Whether tokens of the server are kept, or may be. */
    public boolean keepsTokens(Host host) {
        return exchange.get().keepsTokens(settings.environmentOfServers(), host);
    }

    /** Erases the tokens that are kept for the server. */
    public Erased eraseTokens(Host host) {
        return exchange.get().eraseTokens(settings.environmentOfServers(), host);
    }
}
