package wandb.auth.vault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    private static RealServer server;
    private static ServerSocket deaf;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = RealServer.start(home);
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        deaf.close();
    }

    private static Map<String, String> variables(int port) {
        return Map.of("VAULT_ADDR", "http://127.0.0.1:" + port, "VAULT_TOKEN", FakeVault.TOKEN);
    }

    @Override
    protected StoreProvider provider() {
        return new VaultStoreProvider();
    }

    @Override
    protected Surroundings usable() {
        return Surroundings.of(home, server.variables());
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
