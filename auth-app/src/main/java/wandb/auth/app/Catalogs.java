package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.StoreCatalog;
import wandb.auth.domain.spi.StoreCatalog.Approval;

/** The stores whose ids nobody knew when this program was built; what is built in has the same id first. */
public final class Catalogs {

    private final Iterable<StoreCatalog> catalogs;
    private final Environment environment;
    private final Function<SourceId, Section> settings;
    private final Approval approval;
    private final Supplier<Set<SourceId>> mentioned;

    /**
     * What these catalogs have.
     *
     * @param settings the settings of a source or store
     * @param approval whether a program may run
     * @param mentioned the ids that anybody's files mention; asked where everything is listed
     */
    public Catalogs(
            Iterable<StoreCatalog> catalogs,
            Environment environment,
            Function<SourceId, Section> settings,
            Approval approval,
            Supplier<Set<SourceId>> mentioned) {
        this.catalogs = catalogs;
        this.environment = environment;
        this.settings = settings;
        this.approval = approval;
        this.mentioned = mentioned;
    }

    /** The store of that id; empty where no catalog has it. */
    Optional<NamedStore> store(SourceId id) {
        for (StoreCatalog catalog : catalogs) {
            Opening opening = open(catalog, id);
            if (!(opening instanceof Opening.Unknown)) {
                return Optional.of(new NamedStore(id, () -> opening));
            }
        }
        return Optional.empty();
    }

    /** Everything that is set up here; each is opened when it is first used. */
    List<NamedStore> all() {
        List<NamedStore> all = new ArrayList<>();
        for (StoreCatalog catalog : catalogs) {
            for (SourceId id : catalog.ids(environment, mentioned.get())) {
                all.add(new NamedStore(id, () -> open(catalog, id)));
            }
        }
        return all;
    }

    private Opening open(StoreCatalog catalog, SourceId id) {
        return catalog.open(id, environment, settings.apply(id), approval);
    }
}
