package wandb.auth.vault;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Surroundings;

/**
 * The contract of a store, held by a real server: the one that the variable {@code VAULT_TEST_BIN} names. Where it names
 * none, it is not run.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "VAULT_TEST_BIN", matches = ".+")
class RealServerContractIT extends CredentialStoreContract {

    @TempDir
    static Path home;

    private static Process server;
    private static int port;
    private static ServerSocket deaf;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = freePort();
        File log = home.resolve("log").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                System.getenv("VAULT_TEST_BIN"),
                "server",
                "-dev",
                "-dev-no-store-token",
                "-dev-root-token-id=" + FakeVault.TOKEN,
                "-dev-listen-address=127.0.0.1:" + port);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        server = builder.redirectErrorStream(true).redirectOutput(log).start();
        for (int tries = 0; !isListening(); tries++) {
            if (tries == 1000 || !server.isAlive()) {
                throw new IllegalStateException("the server did not start: " + log);
            }
            Thread.sleep(20);
        }
        awaitMount();
    }

    private static boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** It listens before it has unsealed itself and mounted the engine. */
    private static void awaitMount() throws InterruptedException {
        for (int tries = 0; tries < 1000; tries++) {
            String answer = Given.store(home, variables(port), Map.of())
                    .availability(Given.deadline())
                    .toString();
            if (answer.startsWith("Usable")) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the server has no mount 'secret'");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> variables(int port) {
        return Map.of("VAULT_ADDR", "http://127.0.0.1:" + port, "VAULT_TOKEN", FakeVault.TOKEN);
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.destroyForcibly().onExit().join();
        }
        deaf.close();
    }

    @Override
    protected StoreProvider provider() {
        return new VaultStoreProvider();
    }

    @Override
    protected Surroundings usable() {
        return Surroundings.of(home, variables(port));
    }

    @Override
    protected Surroundings unavailable() {
        return Surroundings.of(home, variables(1));
    }

    @Override
    protected Optional<Surroundings> silent() {
        return Optional.of(Surroundings.of(home, variables(deaf.getLocalPort())));
    }
}
