package wandb.auth.domain;

import java.util.Optional;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.syntax.JsonWebToken;

/**
 * A token of an identity provider (a JWT, RFC 7519) that a server exchanges for an access token.
 *
 * <p>It is read again at each run from the file that {@code WANDB_IDENTITY_TOKEN_FILE} names and cannot be saved.
 *
 * @since 0.1
 */
public final class IdentityToken implements Credential {

    private final String token;

    private IdentityToken(String token) {
        this.token = token;
    }

    /** The token that the text is; empty if it is not a JWT in compact form. */
    public static Optional<IdentityToken> parse(String text) {
        return JsonWebToken.isOne(text) ? Optional.of(new IdentityToken(text)) : Optional.empty();
    }

    @Override
    public String reveal() {
        return token;
    }

    @Override
    public Summary summary() {
        return Summary.of(Messages.IDENTITY_TOKEN, token);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityToken identity && token.equals(identity.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "IdentityToken[***]";
    }
}
