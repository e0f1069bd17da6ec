package wandb.auth.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that speaks as much of Vault's HTTP API as whole runs need: the key-value engine of version 2 at {@code secret},
 * in memory. What a client does with all the rest, the tests of the plugin say.
 */
public final class KeyValueServer implements AutoCloseable {

    /** The token that it accepts. */
    public static final String TOKEN = "a-token-of-the-tests";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "/v1/secret/data/";
    private static final String DESTROY = "/v1/secret/destroy/";
    private static final String MOUNT = "/v1/sys/internal/ui/mounts/secret";

    private final HttpServer server;

    /** The versions of each secret; a destroyed one is empty. */
    private final Map<String, List<Optional<JsonNode>>> secrets = new HashMap<>();

    private KeyValueServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** A server without secrets. */
    public static KeyValueServer start() throws IOException {
        KeyValueServer server = new KeyValueServer();
        server.server.createContext("/", server::answer);
        server.server.start();
        return server;
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every version of all secrets that can still be read, as JSON. */
    public synchronized String readable() {
        return secrets.toString();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        boolean isKnown = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
        if (!isKnown) {
            send(exchange, 403, "{\"errors\":[\"permission denied\"]}");
        } else if (path.equals(MOUNT)) {
            send(exchange, 200, "{\"data\":{\"type\":\"kv\",\"options\":{\"version\":\"2\"}}}");
        } else if (path.startsWith(DATA) && exchange.getRequestMethod().equals("GET")) {
            read(exchange, versions(path.substring(DATA.length())));
        } else if (path.startsWith(DATA)) {
            write(exchange, versions(path.substring(DATA.length())), JSON.readTree(body));
        } else if (path.startsWith(DESTROY)) {
            destroy(exchange, versions(path.substring(DESTROY.length())), JSON.readTree(body));
        } else {
            send(exchange, 404, "{\"errors\":[\"no handler for route\"]}");
        }
    }

    private List<Optional<JsonNode>> versions(String path) {
        return secrets.computeIfAbsent(path, none -> new ArrayList<>());
    }

    private static void read(HttpExchange exchange, List<Optional<JsonNode>> versions) throws IOException {
        if (versions.isEmpty()) {
            send(exchange, 404, "{\"errors\":[]}");
            return;
        }
        Optional<JsonNode> newest = versions.getLast();
        ObjectNode data = JSON.createObjectNode();
        data.set("data", newest.orElse(JSON.nullNode()));
        data.set("metadata", metadata(versions.size()));
        send(exchange, newest.isPresent() ? 200 : 404, answer(data));
    }

    private static void write(HttpExchange exchange, List<Optional<JsonNode>> versions, JsonNode body)
            throws IOException {
        if (body.path("options").path("cas").asInt(-1) != versions.size()) {
            send(exchange, 400, "{\"errors\":[\"check-and-set parameter did not match the current version\"]}");
            return;
        }
        versions.add(Optional.of(body.get("data")));
        send(exchange, 200, answer(metadata(versions.size())));
    }

    private static void destroy(HttpExchange exchange, List<Optional<JsonNode>> versions, JsonNode body)
            throws IOException {
        for (JsonNode version : body.get("versions")) {
            versions.set(version.asInt() - 1, Optional.empty());
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static ObjectNode metadata(int version) {
        return JSON.createObjectNode()
                .put("created_time", "2026-11-21T10:00:00.123456789Z")
                .put("version", version);
    }

    private static String answer(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", data);
        return answer.toString();
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
