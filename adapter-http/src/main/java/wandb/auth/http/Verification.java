package wandb.auth.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.http.network.UnreachableException;

/** Asks one server whose a credential is: an API key as it is, an identity token by the access token that it is good for. */
final class Verification {

    private static final String PATH = "/graphql";

    private final Environment environment;
    private final ServerRequest request;
    private final RetryingCall.Pauses pauses;

    Verification(Environment environment, ServerRequest request, RetryingCall.Pauses pauses) {
        this.environment = environment;
        this.request = request;
        this.pauses = pauses;
    }

    Verdict verify(Credential credential) {
        return switch (credential) {
            case ApiKey key -> ask(Credentials.basic("api", key.reveal(), StandardCharsets.UTF_8), key.reveal());
            case IdentityToken token -> exchangeAndAsk(token);
        };
    }

    private Verdict exchangeAndAsk(IdentityToken token) {
        return switch (new IdentityExchange(environment, request).exchange(token)) {
            case TokenExchange.Granted granted ->
                ask("Bearer " + granted.token().reveal(), granted.token().reveal());
            case TokenExchange.Rejected rejected -> new Verdict.Rejected(rejected.said());
            case TokenExchange.Unreachable unreachable -> new Verdict.Unreachable(unreachable.reason());
            case TokenExchange.CacheFailed failed ->
                new Verdict.Unreachable(CredentialsFile.named(failed.location(), failed.reason()));
        };
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
        ResponseValidator check = new ResponseValidator(request.host(), PATH);
        JsonNode json = JsonText.read(answer.content())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> check.unlikeTheApi("without a JSON object (" + answer.status() + ")"));
        Optional<String> errors = words.ofErrors(json);
        if (errors.isPresent()) {
            return new Verdict.Rejected(errors.get());
        }
        if (json.path("data").path("viewer").isNull()) {
            return new Verdict.Rejected("it knows nobody by this credential");
        }
        return ViewerQuery.identity(json)
                .<Verdict>map(Verdict.Confirmed::new)
                .orElseThrow(() -> check.unlikeTheApi("without saying who is asking (" + answer.status() + ")"));
    }
}
