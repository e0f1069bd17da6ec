package wandb.auth.vault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held over the wire format of a server in memory. */
class VaultContractTest extends CredentialStoreContract {

    @TempDir
    private Path home;

    private FakeVault vault;
    private ServerSocket deaf;
    private int deadPort;

    @BeforeEach
    void start() throws IOException {
        vault = FakeVault.start();
        deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deadPort = closed.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws IOException {
        vault.close();
        deaf.close();
    }

    @Override
    protected StoreProvider provider() {
        return new VaultStoreProvider();
    }

    @Override
    protected Surroundings usable() {
        return at(vault.address());
    }

    @Override
    protected Surroundings unavailable() {
        return at("http://127.0.0.1:" + deadPort);
    }

    @Override
    protected Optional<Surroundings> silent() {
        return Optional.of(at("http://127.0.0.1:" + deaf.getLocalPort()));
    }

    private Surroundings at(String address) {
        return Surroundings.of(home, Map.of("VAULT_ADDR", address, "VAULT_TOKEN", FakeVault.TOKEN));
    }
}
