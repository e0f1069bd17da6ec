package wandb.auth.vault;

import io.github.jopenlibs.vault.json.Json;
import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import io.github.jopenlibs.vault.json.ParseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/**
 * What a server is asked besides secrets: who the caller is, and what it may do.
 *
 * @param token the token; empty to go without one
 */
record VaultApi(VaultSettings settings, HttpClient client, Optional<VaultToken> token) {

    /**
     * An answer.
     *
     * @param body what it says; empty if it says nothing
     */
    record Answer(int status, JsonObject body) {

        /** The errors of it in one text, which may repeat what was asked and is shown to nobody. */
        String errors() {
            @Nullable JsonValue errors = body.get("errors");
            return errors == null ? "" : errors.toString();
        }

        /** Without what it says: that may be a token. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** The same with this token. */
    VaultApi with(Optional<VaultToken> other) {
        return new VaultApi(settings, client, other);
    }

    /** Its address, for messages. */
    String server() {
        return settings.address().toString();
    }

    Answer get(String path) throws VaultStoreException {
        return send(request(path).GET().build());
    }

    Answer post(String path, JsonObject body) throws VaultStoreException {
        return send(request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.address().url() + "/v1/" + path));
        token.ifPresent(known -> request.header("X-Vault-Token", known.reveal()));
        settings.namespace().ifPresent(name -> request.header("X-Vault-Namespace", name));
        return request;
    }

    private Answer send(HttpRequest request) throws VaultStoreException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw VaultStoreException.behind(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultStoreException(Messages.notAnsweringInTime());
        }
    }

    static JsonObject json(String body) throws VaultStoreException {
        if (body.isBlank()) {
            return new JsonObject();
        }
        try {
            return Json.parse(body).asObject();
        } catch (ParseException | UnsupportedOperationException e) {
            throw new VaultStoreException(Messages.notAVaultServer());
        }
    }

    /** The object of that name; an empty one if there is none. */
    static JsonObject object(JsonObject parent, String name) {
        @Nullable JsonValue value = parent.get(name);
        return value != null && value.isObject() ? value.asObject() : new JsonObject();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "VaultApi[" + settings.address() + "]";
    }
}
