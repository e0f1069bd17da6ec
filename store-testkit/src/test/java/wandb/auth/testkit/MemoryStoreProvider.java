package wandb.auth.testkit;

import java.util.function.BiFunction;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.MemoryStore.Items;

/** Opens a store of the memory, or one that is almost like it. */
record MemoryStoreProvider(Items items, BiFunction<Items, Boolean, CredentialStore> maker) implements StoreProvider {

    @Override
    public SourceId id() {
        return new SourceId("memory");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        return maker.apply(items, !environment.variables().containsKey("NO_MEMORY"));
    }
}
