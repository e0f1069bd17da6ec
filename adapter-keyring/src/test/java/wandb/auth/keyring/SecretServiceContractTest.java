package wandb.auth.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Section;

/** The contract of a store, held by a real GNOME Keyring. */
class SecretServiceContractTest extends StoreContract {

    @TempDir
    static Path home;

    private static Desktop desktop;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        desktop = Desktop.withKeychain(home);
    }

    @AfterAll
    static void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Override
    protected CredentialStore store() {
        return new KeyringStoreProvider().open(desktop.environment(), Section.EMPTY);
    }

    @Override
    protected CredentialStore unavailableStore() {
        return new KeyringStoreProvider().open(Desktop.environment(Map.of(), home), Section.EMPTY);
    }
}
