package wandb.auth.app;

import java.util.HashSet;
import java.util.Set;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.spi.Erased;

/** The servers that the SDK keeps tokens of. */
public final class FakeTokens implements TokenExchange {

    public static final Location PLACE = new Location.Place("the file of tokens");

    private final Set<Host> hosts = new HashSet<>();

    /** Tokens of the server are kept. */
    public void keep(Host host) {
        hosts.add(host);
    }

    @Override
    public Exchanged exchange(Environment environment, ServerRequest request, IdentityToken token) {
        throw new AssertionError("no token is exchanged");
    }

    @Override
    public boolean keepsTokens(Environment environment, Host host) {
        return hosts.contains(host);
    }

    @Override
    public Erased eraseTokens(Environment environment, Host host) {
        return hosts.remove(host) ? new Erased.Gone(PLACE) : new Erased.Nothing(PLACE);
    }
}
