package wandb.auth.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.RequestBody;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.server.AccessToken;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange.Exchanged;
import wandb.auth.domain.port.server.TokenExchange.Granted;
import wandb.auth.domain.port.server.TokenExchange.Rejected;
import wandb.auth.domain.port.server.TokenExchange.Unreachable;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.UnreachableException;

/**
 * Gets the access token for an identity token: the one in the SDK's file where that is good for more than five minutes, as
 * the SDK's service renews it, else a new one of the server. Like the SDK's, the file does not tell which identity token an
 * access token was given for.
 */
record IdentityExchange(Environment environment, ServerRequest request, Clock clock) {

    private static final String PATH = "/oidc/token";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"; // RFC 7523, section 2.1
    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

    IdentityExchange(Environment environment, ServerRequest request) {
        this(environment, request, Clock.systemUTC());
    }

    private Host host() {
        return request.host();
    }

    Exchanged exchange(IdentityToken identity) {
        Optional<AccessToken> kept = kept();
        return kept.isPresent() ? new Granted(kept.get(), Optional.empty()) : renewed(identity);
    }

    /** The token that is kept; also where the file cannot be used there is just none, since the file is a help only. */
    Optional<AccessToken> kept() {
        Instant soonest = clock.instant().plus(RENEWED_BEFORE_END);
        try {
            return CredentialsFile.in(environment)
                    .token(host())
                    .filter(token -> token.expiresAt().isAfter(soonest));
        } catch (UnusableCacheException e) {
            return Optional.empty();
        }
    }

    /** A new token, whatever is kept. */
    Exchanged renewed(IdentityToken identity) {
        try {
            Instant asked = clock.instant();
            HttpResponse answer = ask(identity);
            if (answer.status() >= 400) {
                return new Rejected(new ServerMessage(identity.reveal()).of(answer));
            }
            AccessToken token = AccessTokenAnswer.token(answer.content(), asked)
                    .orElseThrow(() -> new UnreachableException(Messages.answeredWithoutAccessToken(host())));
            return new Granted(token, token.expiresAt().isAfter(asked) ? keep(token) : Optional.empty());
        } catch (UnreachableException e) {
            return new Unreachable(e.reason());
        }
    }

    private HttpResponse ask(IdentityToken identity) throws UnreachableException {
        RequestBody form = new FormBody.Builder()
                .add("grant_type", GRANT)
                .add("assertion", identity.reveal())
                .build();
        TimeLimit limit = TimeLimit.of(environment, request.deadline());
        return new Server(environment, host(), limit, Thread::sleep).post(PATH, form, Optional.empty());
    }

    /** Why it could not be kept. */
    private Optional<Reason> keep(AccessToken token) {
        try {
            CredentialsFile.in(environment).keep(host(), token);
            return Optional.empty();
        } catch (UnusableCacheException e) {
            return Optional.of(CredentialsFile.named(e.location(), e.reason()));
        }
    }
}
