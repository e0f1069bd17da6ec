package wandb.auth.plugins;

import java.nio.file.Path;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/**
 * Opens a plugin's store through the catalog, which loads it anew each time.
 *
 * @param system the folder of the machine's plugins
 * @param id the plugin
 */
record CatalogProvider(Path system, SourceId id) implements StoreProvider {

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        StoreLookup opening =
                new PluginCatalog(system, GivenPlugin.PATIENCE, () -> {}).open(id, environment, section, GivenPlugin.ANYTHING);
        if (opening instanceof StoreLookup.Opened opened && opened.source() instanceof CredentialStore store) {
            return store;
        }
        throw new IllegalStateException(opening.toString());
    }
}
