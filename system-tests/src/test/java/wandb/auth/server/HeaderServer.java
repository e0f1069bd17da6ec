package wandb.auth.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server on this machine that knows everybody, gives the agent of a sweep one run to do, and notes the keys that it is
 * given. It answers every question by all that it could be asked for.
 */
public final class HeaderServer implements AutoCloseable {

    /** All that is asked for, and what an agent is to do. */
    private static String answer(String commands) {
        return """
            {"data": {"viewer": {"id": "ada", "entity": "ada", "username": "ada", "admin": false, "flags": "{}",
                "email": "ada@example.com", "name": "ada", "deletedAt": null, "apiKeys": {"edges": []},
                "teams": {"edges": []}}, "serverInfo": {"features": []},
                "project": {"sweep": {"id": "sweep", "name": "sweep", "state": "RUNNING", "method": "grid",
                    "config": "{\\"program\\": \\"train.py\\", \\"method\\": \\"grid\\"}",
                    "runs": {"edges": []}}},
                "createAgent": {"agent": {"id": "agent"}},
                "agentHeartbeat": {"agent": {"id": "agent"},
                    "commands": "%s"}}}
            """.formatted(commands);
    }

    private static final String RUN =
            "[{\\\"type\\\": \\\"run\\\", \\\"run_id\\\": \\\"one\\\", \\\"program\\\": \\\"train.py\\\", \\\"args\\\": {}}]";

    private final HttpServer server;
    private final Set<String> keys = new ConcurrentSkipListSet<>();
    private final AtomicBoolean isRunGiven = new AtomicBoolean();

    private HeaderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Starts one on a port that is free. */
    public static HeaderServer start() throws IOException {
        HeaderServer started = new HeaderServer();
        started.server.createContext("/", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                started.keys.add(key(authorization));
            }
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isFirst = question.contains("agentHeartbeat") && !started.isRunGiven.getAndSet(true);
            byte[] body = answer(isFirst ? RUN : "[]").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        started.server.start();
        return started;
    }

    /** The password of the header; another header as it stands. */
    private static String key(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return authorization;
        }
        byte[] pair = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        String text = new String(pair, StandardCharsets.UTF_8);
        return text.substring(text.indexOf(':') + 1);
    }

    /** Its address. */
    public String url() {
        return "http://" + machine();
    }

    /** Its name in a netrc file. */
    public String machine() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The keys that came, each once. */
    public List<String> keys() {
        return new ArrayList<>(keys);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
