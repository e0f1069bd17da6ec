package wandb.auth.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Limit;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by the calls to macOS's keychain over a library with the same functions. */
class MacKeychainContractIT extends CredentialStoreContract {

    @TempDir
    static Path folder;

    private static FakeMac mac;
    private static FakeMac unavailable;
    private static FakeMac silent;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        mac = FakeMac.in(folder.resolve("home"));
        unavailable = mac.another(folder.resolve("unavailable")).with("status", "-25307");
        silent = mac.another(folder.resolve("silent")).with("hang", "");
    }

    @Override
    protected StoreProvider provider() {
        return new FakeMac.Provider();
    }

    @Override
    protected Surroundings usable() {
        return Surroundings.of(mac.folder(), Map.of());
    }

    @Override
    protected Surroundings unavailable() {
        return Surroundings.of(unavailable.folder(), Map.of());
    }

    @Override
    protected Optional<Surroundings> silent() {
        return Optional.of(Surroundings.of(silent.folder(), Map.of()));
    }

    /** No keychain can write on a condition. */
    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.NO_COMPARE_AND_SET);
    }
}
