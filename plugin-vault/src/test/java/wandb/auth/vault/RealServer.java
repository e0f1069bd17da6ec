package wandb.auth.vault;

import io.github.jopenlibs.vault.json.Json;
import io.github.jopenlibs.vault.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program that the variable {@code VAULT_TEST_BIN} names, as a server in memory and as agents in front of it. */
final class RealServer implements AutoCloseable {

    private static final String PROGRAM = System.getenv("VAULT_TEST_BIN");

    private final Path home;
    private final int port;
    private final List<Process> started = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private RealServer(Path home) throws IOException {
        this.home = home;
        this.port = freePort();
    }

    static RealServer start(Path home) throws IOException, InterruptedException {
        RealServer server = new RealServer(home);
        server.run(
                "server",
                "-dev",
                "-dev-no-store-token",
                "-dev-root-token-id=" + FakeVault.TOKEN,
                "-dev-listen-address=127.0.0.1:" + server.port);
        server.await(() -> Given.store(home, server.variables(), Map.of())
                .availability(Given.deadline())
                .toString()
                .startsWith("Usable"));
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        Path log = home.resolve(arguments[0] + ".log");
        started.add(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    /** Something that comes true after a while. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        for (int tries = 0; !condition.holds(); tries++) {
            if (tries == 30_000 || !started.getLast().isAlive()) {
                throw new IllegalStateException("a program did not start, see the logs in " + home);
            }
            Thread.sleep(20);
        }
    }

    /** Starts an agent that signs in by AppRole and adds its token to what comes without one; gives its address. */
    String startAgent(Path roleId, Path secretId, boolean isSocket) throws IOException, InterruptedException {
        int agentPort = freePort();
        Path socket = home.resolve("agent.sock");
        String address = isSocket ? socket.toString() : "127.0.0.1:" + agentPort;
        Path configuration = Files.writeString(home.resolve("agent.hcl"), """
                vault { address = "%s" }
                auto_auth {
                  method "approle" {
                    config = {
                      role_id_file_path = "%s"
                      secret_id_file_path = "%s"
                      remove_secret_id_file_after_reading = false
                    }
                  }
                }
                api_proxy { use_auto_auth_token = true }
                listener "%s" {
                  address = "%s"
                  tls_disable = true
                  require_request_header = true
                }
                """.formatted(
                        address(), roleId, secretId, isSocket ? "unix" : "tcp", address));
        run("agent", "-config=" + configuration);
        String url = isSocket ? "unix://" + socket : "http://" + address;
        await(() -> isSocket ? Files.exists(socket) : isListening(agentPort));
        await(() -> Given.store(home, Map.of("VAULT_AGENT_ADDR", url), Map.of())
                .availability(Given.deadline())
                .toString()
                .startsWith("Usable"));
        return url;
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Those of somebody who may do everything. */
    Map<String, String> variables() {
        return Map.of("VAULT_ADDR", address(), "VAULT_TOKEN", FakeVault.TOKEN);
    }

    /** Asks the server as somebody who may do everything; an empty body reads. */
    JsonObject ask(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + "/v1/" + path)).header("X-Vault-Token", FakeVault.TOKEN);
        HttpRequest sent = body.isEmpty()
                ? request.build()
                : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body().isBlank()
                ? new JsonObject()
                : Json.parse(answer.body()).asObject();
    }

    void policy(String name, String rules) throws IOException, InterruptedException {
        ask("sys/policies/acl/" + name, new JsonObject().add("policy", rules).toString());
    }

    /** A token with these policies, and the policy {@code default} only where it is among them. */
    String token(String policies) throws IOException, InterruptedException {
        String body = "{\"policies\": [" + policies + "], \"no_default_policy\": true}";
        return ask("auth/token/create", body)
                .get("auth")
                .asObject()
                .get("client_token")
                .asString();
    }

    /** The key that opens it again after it was sealed. */
    String unsealKey() throws IOException {
        for (String line : Files.readAllLines(home.resolve("server.log"))) {
            if (line.startsWith("Unseal Key: ")) {
                return line.substring("Unseal Key: ".length()).strip();
            }
        }
        throw new IllegalStateException("the server told no key");
    }

    @Override
    public void close() {
        client.shutdownNow();
        for (Process process : started.reversed()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
