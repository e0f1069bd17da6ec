package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Limit;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by a real GNOME Keyring; the other writer is {@code secret-tool}. */
class SecretServiceContractIT extends CredentialStoreContract {

    @TempDir
    static Path home;

    private static Desktop desktop;
    private static ServerSocketChannel deaf;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        desktop = Desktop.withKeychain(home);
        deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        deaf.bind(UnixDomainSocketAddress.of(home.resolve("deaf")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (desktop != null) {
            desktop.close();
        }
        if (deaf != null) {
            deaf.close();
        }
    }

    @Override
    protected StoreProvider provider() {
        return Given.patientProvider();
    }

    @Override
    protected Surroundings usable() {
        return Surroundings.of(home, desktop.environment().variables());
    }

    @Override
    protected Surroundings unavailable() {
        return Surroundings.of(home, Map.of());
    }

    @Override
    protected Optional<Surroundings> silent() {
        return Optional.of(
                Surroundings.of(home, Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("deaf"))));
    }

    @Override
    protected void writeAsAnother(Account account, ApiKey key) throws IOException, InterruptedException {
        Host host = account.host();
        String service = "wandb:" + (host.isPublicCloud() ? Host.PUBLIC_CLOUD : host);
        String profile = account.profile().name();
        String[] command = {"secret-tool", "store", "--label=by hand", "service", service, "account", profile};
        assertEquals("", desktop.run(key.reveal(), command));
    }

    /** No keychain can write on a condition. */
    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.NO_COMPARE_AND_SET);
    }
}
