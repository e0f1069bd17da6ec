package wandb.auth.helper;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Limit;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by the real {@code docker-credential-pass}: some 700 runs of gpg. */
@Tag("slow")
class PassContractIT extends CredentialStoreContract {

    @TempDir
    static Path folder;

    private static PasswordStore pass;

    @BeforeAll
    static void start() throws Exception {
        pass = new PasswordStore(new Workbench(folder));
        pass.initialise();
    }

    @AfterAll
    static void stop() throws Exception {
        if (pass != null) {
            pass.close();
        }
    }

    @Override
    protected StoreProvider provider() {
        return new HelperProvider("pass");
    }

    @Override
    protected Surroundings usable() {
        return in("/usr/bin");
    }

    @Override
    protected Surroundings unavailable() {
        return in("/nowhere");
    }

    private static Surroundings in(String programs) {
        return Surroundings.of(folder, pass.bench().environment().variables(), Map.of("folder", programs));
    }

    /**
     * The protocol has no condition for a change; pass makes a file's name of the address in base64, and has gpg write that file
     * in place.
     */
    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.NO_COMPARE_AND_SET, Limit.NO_CONCURRENT_SAVES, Limit.NO_LONG_NAMES);
    }
}
