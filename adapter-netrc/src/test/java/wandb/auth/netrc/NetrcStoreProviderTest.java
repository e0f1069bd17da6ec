package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import wandb.auth.domain.spi.StoreProvider;

class NetrcStoreProviderTest {

    @Test
    void itsIdIsNetrc() {
        assertEquals("netrc", new NetrcStoreProvider().id().value());
    }

    @Test
    void theModuleProvidesItAndExportsNothing() {
        Module module = NetrcStoreProvider.class.getModule();
        assertTrue(module.getDescriptor().provides().stream()
                .anyMatch(provided -> provided.service().equals(StoreProvider.class.getName())
                        && provided.providers().contains(NetrcStoreProvider.class.getName())));
        assertTrue(module.getDescriptor().exports().isEmpty());
    }
}
