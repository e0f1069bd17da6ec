package wandb.auth.domain.port.server;

import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Erased;

/**
 * Gets the access token that a server gives for an identity token (RFC 7523, section 2.1), or the one that it gave earlier
 * and that is still good. A port that only modules of this project implement.
 */
public interface TokenExchange {

    /**
     * Exchanges the token at the request's server.
     *
     * @return the answer, by the request's deadline; never an exception
     */
    Exchanged exchange(Environment environment, ServerRequest request, IdentityToken token);

    /** Whether tokens of the server are kept, or may be: the file that keeps them cannot be read. */
    boolean keepsTokens(Environment environment, Host host);

    /** Erases every token that is kept for the server, whichever of its addresses it is kept under. */
    Erased eraseTokens(Environment environment, Host host);

    /** The result. */
    sealed interface Exchanged {}

    /**
     * There is an access token.
     *
     * @param unkept why it could not be kept for later runs and for the SDK, which is no reason not to use it; empty if it
     *     is kept, or good for this once only
     */
    record Granted(AccessToken token, Optional<Reason> unkept) implements Exchanged {}

    /**
     * The server does not accept the identity token.
     *
     * @param said the server's own words or its status, safe to show
     */
    record Rejected(String said) implements Exchanged {}

    /**
     * No server that could judge it answered.
     *
     * @param reason what happened, and what to do
     */
    record Unreachable(Reason reason) implements Exchanged {}
}
