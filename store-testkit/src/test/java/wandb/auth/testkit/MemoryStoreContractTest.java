package wandb.auth.testkit;

import java.nio.file.Path;
import java.util.Map;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.MemoryStore.Items;

/** The promises can be kept. */
class MemoryStoreContractTest extends CredentialStoreContract {

    private static final Items ITEMS = new Items();

    @Override
    protected StoreProvider provider() {
        return new MemoryStoreProvider(ITEMS, MemoryStore::new);
    }

    @Override
    protected Surroundings usable() {
        return Surroundings.of(Path.of("/"), Map.of());
    }

    @Override
    protected Surroundings unavailable() {
        return Surroundings.of(Path.of("/"), Map.of("NO_MEMORY", "1"));
    }

    @Override
    protected boolean isSharedWithOtherProcesses() {
        return false;
    }
}
