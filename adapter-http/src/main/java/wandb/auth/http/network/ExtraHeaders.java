package wandb.auth.http.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import wandb.auth.domain.Environment;
import wandb.auth.http.message.Messages;

/**
 * The headers that {@code WANDB_X_EXTRA_HTTP_HEADERS} adds to every request, as a JSON object of texts: what a gateway
 * before the server wants. The SDK knows the variable with two underscores too.
 */
public final class ExtraHeaders {

    private static final String VARIABLE = "WANDB_X_EXTRA_HTTP_HEADERS";
    private static final String OTHER_NAME = "WANDB__EXTRA_HTTP_HEADERS";

    private ExtraHeaders() {}

    /**
     * The headers by their names; none where the variable is not set.
     *
     * @throws UnreachableException if it is no such object; the message does not quote it, for it may hold a secret
     */
    public static Map<String, String> in(Environment environment) throws UnreachableException {
        String variable = environment.variable(VARIABLE).isPresent() ? VARIABLE : OTHER_NAME;
        String text = environment.variable(variable).orElse("{}");
        Map<String, String> headers = new LinkedHashMap<>();
        try {
            JsonNode json = new JsonMapper().readTree(text);
            if (!json.isObject()) {
                throw unusable(variable);
            }
            for (Map.Entry<String, JsonNode> header : json.properties()) {
                if (!header.getValue().isTextual()) {
                    throw unusable(variable);
                }
                headers.put(header.getKey(), header.getValue().asText());
            }
            Headers.of(headers);
            return headers;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unusable(variable);
        }
    }

    private static UnreachableException unusable(String variable) {
        return new UnreachableException(Messages.extraHeadersInvalid(variable));
    }
}
