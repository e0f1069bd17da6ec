package wandb.auth.helper;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramSettings;

/**
 * Helpers, commands and files. A helper needs no settings; a command or file is what its settings say. Neither is searched for: of the
 * helpers on the PATH, those exist here that a file or an option names.
 */
public final class ProgramCatalog implements DynamicStoreProvider {

    private static final String HELPER = "helper:";
    private static final String COMMAND = "command:";
    private static final String FILE = "file:";

    private final Supplier<Iterable<NetrcFormat>> netrc;

    /** The programs of this machine. */
    public ProgramCatalog() {
        this(() -> ServiceLoader.load(NetrcFormat.class));
    }

    ProgramCatalog(Supplier<Iterable<NetrcFormat>> netrc) {
        this.netrc = netrc;
    }

    @Override
    public List<SourceId> ids(Environment environment, Set<SourceId> mentioned) {
        List<SourceId> ids = new ArrayList<>();
        for (SourceId id : mentioned) {
            if (isOurs(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    @Override
    public StoreLookup open(SourceId id, Environment environment, StoreConfig section, Approval approval) {
        boolean isHelper = id.value().startsWith(HELPER);
        if (!isHelper && (section.settings().isEmpty() || !isOurs(id))) {
            return new StoreLookup.Unknown();
        }
        HelperFactory factory = new HelperFactory(new ProgramSettings(id, section), environment, approval, netrc);
        try {
            if (isHelper) {
                return factory.helper(id.value().substring(HELPER.length()));
            }
            return id.value().startsWith(COMMAND) ? factory.command() : factory.file();
        } catch (ProgramException e) {
            return new StoreLookup.Broken(e.reason(), e.isInstalled());
        }
    }

    private static boolean isOurs(SourceId id) {
        String kind = id.value();
        return kind.startsWith(HELPER) || kind.startsWith(COMMAND) || kind.startsWith(FILE);
    }
}
