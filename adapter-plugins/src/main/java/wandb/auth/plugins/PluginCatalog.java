package wandb.auth.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.StoreCatalog;

/** The plugins of this machine and of its user. A plugin's folder has the id of what it provides for a name. */
public final class PluginCatalog implements StoreCatalog {

    private static final Path SYSTEM = Path.of("/usr/lib/wandb/plugins");

    private final Path system;

    /** The plugins that are installed here. */
    public PluginCatalog() {
        this(SYSTEM);
    }

    PluginCatalog(Path system) {
        this.system = system;
    }

    @Override
    public List<SourceId> ids(Environment environment, Set<SourceId> mentioned) {
        return new PluginFolders(system, environment).names();
    }

    @Override
    public Opening open(SourceId id, Environment environment, Section section, Approval approval) {
        Optional<Path> folder = new PluginFolders(system, environment).named(id);
        return folder.isEmpty()
                ? new Opening.Unknown()
                : new Plugin(id, folder.get()).open(environment, section, approval);
    }
}
