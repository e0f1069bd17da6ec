package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** What the contract says of stores whose file several processes write at once. */
class SeveralProcessesTest {

    @TempDir
    private Path folder;

    private static @Nullable Path place;

    /** Opens the file of the folder that the settings name. */
    private record FileProvider(boolean isLocked) implements StoreProvider {

        @Override
        public SourceId id() {
            return new SourceId("file");
        }

        @Override
        public CredentialStore open(Environment environment, StoreConfig section) {
            return new FileStore(Path.of(section.settings().getOrDefault("folder", "/nowhere")), isLocked);
        }
    }

    abstract static class FileContract extends CredentialStoreContract {

        @Override
        protected Surroundings usable() {
            return Surroundings.of(Path.of("/"), Map.of(), Map.of("folder", String.valueOf(place)));
        }

        @Override
        protected Surroundings unavailable() {
            return usable();
        }
    }

    /** Holds the lock of a file while it reads and writes. */
    static final class Locked extends FileContract {
        @Override
        protected StoreProvider provider() {
            return new FileProvider(true);
        }
    }

    /** Takes turns within its own process only. */
    static final class Unlocked extends FileContract {
        @Override
        protected StoreProvider provider() {
            return new FileProvider(false);
        }
    }

    private long failuresOf(Class<? extends CredentialStoreContract> contract) {
        place = folder;
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedClass(List.of(contract), CredentialStoreContract.OtherProcesses.class))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertEquals(1, listener.getSummary().getTestsStartedCount());
        return listener.getSummary().getTestsFailedCount();
    }

    @Test
    void aStoreThatLocksItsFileHoldsTheContract() {
        assertEquals(0, failuresOf(Locked.class));
    }

    @Test
    void aStoreThatLocksWithinItsProcessOnlyLosesAnItem() {
        assertEquals(1, failuresOf(Unlocked.class));
    }
}
