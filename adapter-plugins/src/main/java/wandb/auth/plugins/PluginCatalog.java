package wandb.auth.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.StoreConfig;

/** The plugins of this machine and of its user. A plugin's folder has the id of what it provides for a name. */
public final class PluginCatalog implements DynamicStoreProvider {

    /** The longest that anybody waits for a plugin, whatever the deadline, unless the user sets another time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Path SYSTEM = Path.of("/usr/lib/wandb/plugins");

    private final Optional<Path> named;
    private final Duration patience;
    private final Runnable guard;

    /** The plugins that are installed here. */
    public PluginCatalog() {
        this(Optional.empty(), PATIENCE, ProcessGuard::stand);
    }

    /**
     * The plugins of a machine that has its own there; nobody waits for one any longer than this.
     *
     * @param guard run before a plugin is loaded
     */
    PluginCatalog(Path system, Duration patience, Runnable guard) {
        this(Optional.of(system), patience, guard);
    }

    private PluginCatalog(Optional<Path> named, Duration patience, Runnable guard) {
        this.named = named;
        this.patience = patience;
        this.guard = guard;
    }

    private Path system(Environment environment) {
        Optional<Path> programData = environment.programData();
        return named.isPresent()
                ? named.get()
                : programData.isPresent() ? programData.get().resolve("wandb").resolve("plugins") : SYSTEM;
    }

    @Override
    public List<SourceId> ids(Environment environment, Set<SourceId> mentioned) {
        return new PluginFolders(system(environment), environment).names();
    }

    @Override
    public StoreLookup open(SourceId id, Environment environment, StoreConfig section, Approval approval) {
        Optional<Path> folder = new PluginFolders(system(environment), environment).named(id);
        if (folder.isEmpty()) {
            return new StoreLookup.Unknown();
        }
        guard.run();
        return new Plugin(id, folder.get(), environment.storeTimeout(patience)).open(environment, section, approval);
    }
}
