package wandb.auth.helper;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.NetrcFormat;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.StoreCatalog;

/**
 * Helpers and commands. A helper needs no settings; a command is what its settings say. Neither is searched for: of the
 * helpers on the PATH, those exist here that a file or an option names.
 */
public final class ProgramCatalog implements StoreCatalog {

    private static final String HELPER = "helper:";
    private static final String COMMAND = "command:";

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
            if (id.value().startsWith(HELPER) || id.value().startsWith(COMMAND)) {
                ids.add(id);
            }
        }
        return ids;
    }

    @Override
    public Opening open(SourceId id, Environment environment, Section section, Approval approval) {
        if (id.value().startsWith(HELPER)) {
            String name = id.value().substring(HELPER.length());
            return new ProgramOpening(id, environment, section, approval, netrc).helper(name);
        }
        return id.value().startsWith(COMMAND) && !section.settings().isEmpty()
                ? new ProgramOpening(id, environment, section, approval, netrc).command()
                : new Opening.Unknown();
    }
}
