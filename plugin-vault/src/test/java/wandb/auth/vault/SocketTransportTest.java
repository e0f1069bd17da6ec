package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Outcome;
import wandb.auth.vault.message.Messages;

/** A server, or an agent, at a Unix socket. */
@Timeout(600)
class SocketTransportTest {

    @TempDir
    private Path home;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(home.resolve("agent.sock")));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Answers every request with these bytes, and then closes the connection. */
    private void answers(String answer) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    try (SocketChannel client = server.accept()) {
                        ByteBuffer request = ByteBuffer.allocate(8192);
                        client.read(request);
                        requests.add(new String(request.array(), 0, request.position(), StandardCharsets.UTF_8));
                        client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                    }
                }
            } catch (IOException e) {
                requests.add("end");
            }
        });
    }

    private Outcome find(Map<String, String> variables) {
        return Given.find(Given.store(home, variables, Map.of()));
    }

    private Map<String, String> agent() {
        return Map.of("VAULT_AGENT_ADDR", "unix://" + home.resolve("agent.sock"));
    }

    private static String http(String body) {
        return "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @Test
    void anAgentIsAskedThereWithoutATokenOfOurs() {
        answers(http("{\"data\": {\"data\": {\"api_key\": \"" + Given.KEY.reveal()
                + "\"}, \"metadata\": {\"version\": 1}}}"));
        assertEquals(
                Given.KEY, assertInstanceOf(Outcome.Found.class, find(agent())).credential());
        String request = requests.getFirst();
        assertTrue(request.startsWith("GET /v1/secret/data/wandb/wandb.example.com/default? HTTP/1.0\r\n"), request);
        assertTrue(request.contains("X-Vault-Request: true\r\n"), request);
        assertTrue(!request.contains("X-Vault-Token"), request);
    }

    @Test
    void theAddressOfTheServerMayBeASocketToo() {
        answers(http("{\"errors\": []}").replace("200 OK", "404 Not Found"));
        assertInstanceOf(
                Outcome.Absent.class,
                find(Map.of("VAULT_ADDR", "unix://" + home.resolve("agent.sock"), "VAULT_TOKEN", "hvs.t")));
        assertTrue(requests.getFirst().contains("X-Vault-Token: hvs.t\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.0 two hundred\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\": {}}",
                "HTTP/1.0 200 OK\r\nX: y"
            })
    void whatIsCutShortOrNoHttpIsTold(String answer) {
        answers(answer);
        assertEquals(
                Messages.brokenOff("unix://" + home.resolve("agent.sock")),
                Given.trouble(Given.store(home, agent(), Map.of())));
    }

    @Test
    void aSocketWithoutAListenerIsNamed() throws IOException {
        server.close();
        String address = "unix://" + home.resolve("agent.sock");
        Given.assertAllFail(Messages.notReachable(address), Given.store(home, agent(), Map.of()));
    }

    @Test
    void aRelativeSocketIsAnError() {
        Given.assertAllFail(
                Messages.socketInvalid("VAULT_AGENT_ADDR"),
                Given.store(home, Map.of("VAULT_AGENT_ADDR", "unix://agent.sock"), Map.of()));
    }
}
