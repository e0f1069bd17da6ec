package wandb.auth.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Given;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.StoreConfig;

class DynamicStoresTest {

    private static final SourceId SAFE = new SourceId("safe");

    private final List<SourceId> opened = new ArrayList<>();

    private final DynamicStoreProvider catalog = new DynamicStoreProvider() {
        @Override
        public List<SourceId> ids(Environment environment, Set<SourceId> mentioned) {
            return List.of(SAFE);
        }

        @Override
        public StoreLookup open(SourceId id, Environment environment, StoreConfig section, Approval approval) {
            opened.add(id);
            return id.equals(SAFE) ? new StoreLookup.Broken(new Reason("No.", "No.")) : new StoreLookup.Unknown();
        }
    };

    @Test
    void whatOthersBringIsOpenedOnceARunHoweverItIsComeTo() {
        DynamicStores stores = new DynamicStores(
                List.of(catalog),
                Given.environment(),
                id -> StoreConfig.EMPTY,
                (kind, digest) -> Optional.empty(),
                Set::of);

        stores.store(SAFE).orElseThrow().store();
        stores.store(SAFE).orElseThrow().store();
        stores.all().forEach(StoreHandle::store);
        stores.all().forEach(StoreHandle::broken);

        assertEquals(List.of(SAFE), opened);
    }
}
