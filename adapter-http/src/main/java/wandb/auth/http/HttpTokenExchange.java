package wandb.auth.http;

import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.spi.Erased;

/** Exchanges at the server by HTTP. */
public final class HttpTokenExchange implements TokenExchange {

    @Override
    public Exchanged exchange(Environment environment, ServerRequest request, IdentityToken token) {
        return new IdentityExchange(environment, request).exchange(token);
    }

    @Override
    public boolean keepsTokens(Environment environment, Host host) {
        return CredentialsFile.mayHold(environment, host);
    }

    @Override
    public Erased eraseTokens(Environment environment, Host host) {
        return CredentialsFile.erase(environment, host);
    }
}
