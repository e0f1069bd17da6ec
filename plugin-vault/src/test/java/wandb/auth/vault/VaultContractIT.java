package wandb.auth.vault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
class VaultContractIT extends CredentialStoreContract {

    @TempDir
    private Path home;

    private FakeVault vault;
    private ServerSocket deaf;

    /** Has a port to itself, and nobody listens there. */
    private Socket dead;

    @BeforeEach
    void start() throws IOException {
        vault = FakeVault.start();
        deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        dead = new Socket();
        dead.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() throws IOException {
        vault.close();
        deaf.close();
        dead.close();
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
        return at("http://127.0.0.1:" + dead.getLocalPort());
    }

    @Override
    protected Optional<Surroundings> silent() {
        return Optional.of(at("http://127.0.0.1:" + deaf.getLocalPort()));
    }

    private Surroundings at(String address) {
        return Surroundings.of(home, Map.of("VAULT_ADDR", address, "VAULT_TOKEN", FakeVault.TOKEN));
    }
}
