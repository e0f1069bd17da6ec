package wandb.auth.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.server.AccessToken;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.UnreachableException;

/** Asks one server whose a credential is: an API key as it is, an identity token by the access token that it is good for. */
record Verification(Environment environment, ServerRequest request, RetryingCall.Pauses pauses) {

    private static final String PATH = "/graphql";

    /** In lower case, whatever the sentence around them. */
    private static final String ABOUT_CREDENTIALS = "authentic|authoriz|unauthori|api key|apikey|api_key|such key"
            + "|invalid key|unknown key|the key|your key|credential|invalid token|the token|token is|token has|expired"
            + "|permission|forbidden|denied|logged in|log in|login|signed in|sign in";

    Verdict verify(Credential credential) {
        return switch (credential) {
            case ApiKey key -> ask(Credentials.basic("api", key.reveal(), StandardCharsets.UTF_8), key.reveal());
            case IdentityToken token -> exchangeAndAsk(token);
        };
    }

    /** A token that was kept may have been revoked since: then a new one is asked for, once. */
    private Verdict exchangeAndAsk(IdentityToken token) {
        IdentityExchange exchange = new IdentityExchange(environment, request);
        Optional<AccessToken> kept = exchange.kept();
        if (kept.isPresent()) {
            Verdict verdict = ask(kept.get());
            if (!(verdict instanceof Verdict.Rejected)) {
                return verdict;
            }
        }
        return switch (exchange.renewed(token)) {
            case TokenExchange.Granted granted -> confirming(ask(granted.token()), granted.unkept());
            case TokenExchange.Rejected rejected -> new Verdict.Rejected(rejected.said());
            case TokenExchange.Unreachable unreachable -> new Verdict.Unreachable(unreachable.reason());
        };
    }

    private static Verdict confirming(Verdict verdict, Optional<Reason> unkept) {
        return verdict instanceof Verdict.Confirmed confirmed
                ? new Verdict.Confirmed(confirmed.identity(), unkept)
                : verdict;
    }

    private Verdict ask(AccessToken token) {
        return ask("Bearer " + token.reveal(), token.reveal());
    }

    private Verdict ask(String authorization, String secret) {
        try {
            TimeLimit limit = TimeLimit.of(environment, request.deadline());
            Server server = new Server(environment, request.host(), limit, pauses);
            RequestBody body = RequestBody.create(ViewerQuery.REQUEST, MediaType.get("application/json"));
            HttpResponse answer = server.post(PATH, body, Optional.of(authorization));
            String encoded = authorization.substring(authorization.indexOf(' ') + 1);
            return verdict(answer, new ServerMessage(secret, encoded));
        } catch (UnreachableException e) {
            return new Verdict.Unreachable(e.reason());
        }
    }

    private Verdict verdict(HttpResponse answer, ServerMessage words) throws UnreachableException {
        if (answer.status() == 401 || answer.status() == 403) {
            return new Verdict.Rejected(words.of(answer));
        }
        Host host = request.host();
        JsonNode json = JsonText.read(answer.content())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new UnreachableException(Messages.answeredWithoutJson(host, answer.status())));
        Optional<Identity> identity = ViewerQuery.identity(json).map(named -> named.withNames(words::name));
        if (identity.isPresent()) {
            return new Verdict.Confirmed(identity.get()); // also where it has trouble with something else
        }
        Optional<String> error = words.ofErrors(json);
        if (error.isPresent()) {
            return aboutError(error.get());
        }
        if (json.path("data").path("viewer").isNull()) {
            return new Verdict.Rejected(Messages.CREDENTIAL_UNKNOWN);
        }
        throw new UnreachableException(Messages.answeredWithoutIdentity(host, answer.status()));
    }

    /** GraphQL tells every kind of trouble with the same status: only what is about the credential is a word on it. */
    private Verdict aboutError(String words) {
        boolean isAboutCredential = Pattern.compile(ABOUT_CREDENTIALS)
                .matcher(words.toLowerCase(Locale.ROOT))
                .find();
        return isAboutCredential
                ? new Verdict.Rejected(words)
                : new Verdict.Unreachable(Messages.identityUntold(request.host(), words));
    }
}
