package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.Verdict;

/** What the specifications of this module start from. */
public final class Given {

    public static final String KEY = "0123456789".repeat(4);

    /** {@code api:KEY} in base64. */
    static final String BASIC = "Basic YXBpOjAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODk=";

    static final String ALICE = """
            {"data": {"viewer": {"id": "VXNlcjox", "entity": "vision", "username": "alice",
              "teams": {"edges": [{"node": {"name": "vision"}}, {"node": {"name": "speech"}}]}}}}""";

    /** However long a busy machine takes. */
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    private Given() {}

    /** These variables, and time enough unless they say how much there is. */
    public static Environment environment(Path folder, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("WANDB_HTTP_TIMEOUT", "3600"));
        all.putAll(variables);
        return new Environment(all, Optional.of(folder), folder, OperatingSystem.LINUX, Terminal.NONE);
    }

    static ServerRequest request(String address) {
        return request(address, LONG_ENOUGH);
    }

    static ServerRequest request(String address, Duration time) {
        return new ServerRequest(Host.parse(address), Deadline.after(time, System.nanoTime()));
    }

    /** What the server at the address says to the key under these variables. */
    static Verdict verdict(String address, Map<String, String> variables) {
        return new Verification(environment(Path.of("/nowhere"), variables), request(address), time -> {})
                .verify(ApiKey.parse(KEY));
    }

    static Verdict verdict(MockWebServer server) {
        return verdict(address(server), Map.of());
    }

    /** A server of answers that are laid out before; who asks for more gets 404, and waits for nothing. */
    static MockWebServer server() {
        QueueDispatcher answers = new QueueDispatcher();
        answers.setFailFast(true);
        MockWebServer server = new MockWebServer();
        server.setDispatcher(answers);
        return server;
    }

    static String address(MockWebServer server) {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    static Host host(MockWebServer server) {
        return Host.parse(address(server));
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    static Identity confirmed(Verdict verdict) {
        return assertInstanceOf(Verdict.Confirmed.class, verdict).identity();
    }

    static String rejected(Verdict verdict) {
        return assertInstanceOf(Verdict.Rejected.class, verdict).said();
    }

    static Reason unreachable(Verdict verdict) {
        return assertInstanceOf(Verdict.Unreachable.class, verdict).reason();
    }
}
