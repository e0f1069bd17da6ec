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
import wandb.auth.domain.port.server.AccessToken;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange.CacheFailed;
import wandb.auth.domain.port.server.TokenExchange.Exchanged;
import wandb.auth.domain.port.server.TokenExchange.Granted;
import wandb.auth.domain.port.server.TokenExchange.Rejected;
import wandb.auth.domain.port.server.TokenExchange.Unreachable;
import wandb.auth.http.network.UnreachableException;

/**
 * Gets the access token for an identity token: the one in the SDK's file where that is good for more than five minutes, as
 * the SDK's service renews it, else a new one of the server. Like the SDK's, the file does not tell which identity token an
 * access token was given for.
 */
final class IdentityExchange {

    private static final String PATH = "/oidc/token";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"; // RFC 7523, section 2.1
    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

    private final Environment environment;
    private final ServerRequest request;
    private final Host host;
    private final Clock clock;

    IdentityExchange(Environment environment, ServerRequest request) {
        this(environment, request, Clock.systemUTC());
    }

    IdentityExchange(Environment environment, ServerRequest request, Clock clock) {
        this.environment = environment;
        this.request = request;
        this.host = request.host();
        this.clock = clock;
    }

    Exchanged exchange(IdentityToken identity) {
        try {
            CredentialsFile file = CredentialsFile.in(environment);
            Instant soonest = clock.instant().plus(RENEWED_BEFORE_END);
            Optional<AccessToken> kept =
                    file.token(host).filter(token -> token.expiresAt().isAfter(soonest));
            return kept.isPresent() ? new Granted(kept.get(), file.location()) : ask(file, identity);
        } catch (UnusableCacheException e) {
            return new CacheFailed(e.location(), e.reason());
        } catch (UnreachableException e) {
            return new Unreachable(e.reason());
        }
    }

    private Exchanged ask(CredentialsFile file, IdentityToken identity)
            throws UnreachableException, UnusableCacheException {
        file.checkReplaceable();
        RequestBody form = new FormBody.Builder()
                .add("grant_type", GRANT)
                .add("assertion", identity.reveal())
                .build();
        TimeLimit limit = TimeLimit.of(environment, request.deadline());
        Instant asked = clock.instant();
        HttpResponse answer = new Server(environment, host, limit, Thread::sleep).post(PATH, form, Optional.empty());
        if (answer.status() >= 400) {
            return new Rejected(new ServerMessage(identity.reveal()).of(answer));
        }
        AccessToken token = AccessTokenAnswer.token(answer.content(), asked)
                .orElseThrow(() -> new ResponseValidator(host, PATH).unlikeTheApi("without an access token"));
        file.keep(host, token);
        return new Granted(token, file.location());
    }
}
