package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.http.Given.ALICE;
import static wandb.auth.http.Given.answer;
import static wandb.auth.http.Given.confirmed;
import static wandb.auth.http.Given.unreachable;
import static wandb.auth.http.Given.verdict;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.http.message.Messages;

/** Servers that cannot be reached, or not in time. */
class ConnectionTest {

    @Test
    void aPortWithoutAListenerRefuses() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertEquals(
                    Messages.notConnected(address, "connection refused"),
                    unreachable(verdict("http://" + address, Map.of())));
        }
    }

    @Test
    void aNameWithoutAnAddressIsSaidToHaveNone() {
        ConnectionDiagnostics journey = new ConnectionDiagnostics(
                Host.parse("https://wandb.invalid"),
                Optional.empty(),
                new TimeLimit(Given.request("https://wandb.invalid").deadline()));
        assertEquals(Messages.nameUnknown("wandb.invalid"), journey.end(new UnknownHostException("wandb.invalid")));
    }

    @Test
    void aServerThatNeverAnswersIsWaitedForAsLongAsTheVariableSays() throws IOException {
        try (MockWebServer server = Given.server()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            assertEquals(
                    Messages.notAnswering(Given.host(server), 1),
                    unreachable(verdict(Given.address(server), Map.of("WANDB_HTTP_TIMEOUT", "1"))));
        }
    }

    @Test
    void aServerThatDripsItsAnswerIsNotWaitedForWithoutEnd() throws IOException {
        try (MockWebServer server = Given.server()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body(ALICE)
                    .throttleBody(1, 300, TimeUnit.MILLISECONDS)
                    .build());
            assertEquals(
                    Messages.notAnswering(Given.host(server), 1),
                    unreachable(verdict(Given.address(server), Map.of("WANDB_HTTP_TIMEOUT", "1"))));
        }
    }

    @Test
    void theDeadlineOfTheQuestionCountsWhereItIsSooner() throws IOException {
        try (MockWebServer server = Given.server()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            Verdict verdict = new HttpCredentialVerifier()
                    .verify(
                            Given.environment(Path.of("/nowhere"), Map.of("WANDB_HTTP_TIMEOUT", "900")),
                            Given.request(Given.address(server), Duration.ofMillis(300)),
                            ApiKey.parse(Given.KEY));
            assertEquals(Messages.notAnswering(Given.host(server), 1), unreachable(verdict));
        }
    }

    @Test
    void aDeadlineThatHasPassedIsATimeout() {
        Verdict verdict = new HttpCredentialVerifier()
                .verify(
                        Given.environment(Path.of("/nowhere"), Map.of()),
                        Given.request("http://127.0.0.1:1", Duration.ZERO),
                        ApiKey.parse(Given.KEY));
        assertTrue(unreachable(verdict).problem().startsWith("127.0.0.1:1 did not answer"), verdict::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "1.5", "1e3", "٣"})
    void aTimeoutThatIsNoNumberOfSecondsIsSaidToBeNone(String value) {
        assertEquals(
                Messages.timeoutInvalid(),
                unreachable(verdict("http://localhost", Map.of("WANDB_HTTP_TIMEOUT", value))));
    }

    /** The variable, the seconds until the deadline, and the seconds that are left. */
    @ParameterizedTest
    @CsvSource({
        "'', 3600, 10",
        "20, 3600, 20",
        "' 20 ', 3600, 20",
        "20, 5, 5",
        "'', 5, 5",
        "1000000, 3600, 3600",
        "99999999999999999999, 5, 5"
    })
    void theSoonerEndCounts(String variable, long deadline, long left) throws Exception {
        long before = System.nanoTime();
        TimeLimit limit = TimeLimit.of(
                Given.environment(Path.of("/nowhere"), Map.of("WANDB_HTTP_TIMEOUT", variable)),
                Deadline.after(Duration.ofSeconds(deadline), before));
        long end = limit.deadline().nanoTime();
        assertTrue(end >= before + Duration.ofSeconds(left).toNanos());
        assertTrue(end <= System.nanoTime() + Duration.ofSeconds(left).toNanos());
    }

    @Test
    void aServerWithAnIpv6AddressIsReached() throws IOException {
        try (MockWebServer server = Given.server()) {
            server.start(InetAddress.ofLiteral("::1"), 0);
            server.enqueue(answer(200, ALICE));
            confirmed(verdict("http://[::1]:" + server.getPort(), Map.of()));
        }
    }

    @Test
    void noThreadKeepsTheProcessAlive() throws IOException {
        try (MockWebServer server = Given.server()) {
            server.start();
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            server.enqueue(answer(200, ALICE));
            confirmed(verdict(server));
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            verdict(Given.address(server), Map.of("WANDB_HTTP_TIMEOUT", "1"));
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                boolean ofTheServer = thread.getName().startsWith("MockWebServer");
                assertTrue(thread.isDaemon() || ofTheServer || before.contains(thread), thread::toString);
            }
        }
    }
}
