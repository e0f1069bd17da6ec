package wandb.auth.recorded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The server of the recordings, on a port of this machine: it knows one key, refuses another, and knows nobody for any
 * other. It ends with the tests' JVM.
 */
final class RecordedServer {

    private static final String KNOWN = "g".repeat(40);
    private static final String REFUSED = "u".repeat(40);
    private static final String ALICE = """
            {"data": {"viewer": {"id": "1", "username": "alice", "entity": "team-x",
              "teams": {"edges": [{"node": {"name": "team-x"}}]}}}}""";

    private static final HttpServer SERVER = start();

    private RecordedServer() {}

    /** The host name and port that it listens at. */
    static String netloc() {
        return "127.0.0.1:" + SERVER.getAddress().getPort();
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/graphql", RecordedServer::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (authorization.equals(basic(REFUSED))) {
                send(exchange, 401, "{\"errors\": [{\"message\": \"user is not logged in\"}]}");
            } else {
                send(exchange, 200, authorization.equals(basic(KNOWN)) ? ALICE : "{\"data\": {\"viewer\": null}}");
            }
        }
    }

    private static String basic(String key) {
        byte[] pair = ("api:" + key).getBytes(StandardCharsets.US_ASCII);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
