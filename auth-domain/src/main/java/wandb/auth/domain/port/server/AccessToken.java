package wandb.auth.domain.port.server;

import java.time.Instant;
import wandb.auth.domain.IdentityToken;

/** What a server gave for an {@link IdentityToken}; it is sent in its place until it expires. */
public final class AccessToken {

    private final String token;
    private final Instant expiresAt;

    /** The token, good until that moment. */
    public AccessToken(String token, Instant expiresAt) {
        this.token = token;
        this.expiresAt = expiresAt;
    }

    /** The secret itself: for a server's header or {@code auth token}, never for a message. */
    public String reveal() {
        return token;
    }

    /** When it ends. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessToken[***, until " + expiresAt + "]";
    }
}
