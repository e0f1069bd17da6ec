package wandb.auth.netrc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Limit;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by a netrc file that holds entries of others too. */
class NetrcContractTest extends CredentialStoreContract {

    @TempDir
    private Path home;

    @BeforeEach
    void writeWhatOthersKeepThere() throws IOException {
        Fixture.write(home.resolve(".netrc"), "machine x.example login u password p # c\n", "0600");
    }

    @Override
    protected StoreProvider provider() {
        return new NetrcStoreProvider();
    }

    @Override
    protected Surroundings usable() {
        return Surroundings.of(home, Map.of());
    }

    /** A directory in place of the file: a mode would not keep the superuser out. */
    @Override
    protected Surroundings unavailable() {
        Path directory = home.resolve("directory");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Surroundings.of(home, Map.of("NETRC", directory.toString()));
    }

    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.ONE_ITEM_FOR_A_MACHINE);
    }
}
