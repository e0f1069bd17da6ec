package wandb.auth.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.DynamicStoreProvider;
import wandb.auth.domain.port.DynamicStoreProvider.Approval;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.StoreConfig;

/** The stores whose ids nobody knew when this program was built; what is built in has the same id first. */
public final class DynamicStores {

    private final Iterable<DynamicStoreProvider> catalogs;
    private final Environment environment;
    private final Function<SourceId, StoreConfig> settings;
    private final Approval approval;
    private final Supplier<Set<SourceId>> mentioned;
    private final Map<SourceId, StoreLookup> opened = new HashMap<>();

    /**
     * What these catalogs have.
     *
     * @param settings the settings of a source or store
     * @param approval whether a program may run
     * @param mentioned the ids that anybody's files mention; asked where everything is listed
     */
    public DynamicStores(
            Iterable<DynamicStoreProvider> catalogs,
            Environment environment,
            Function<SourceId, StoreConfig> settings,
            Approval approval,
            Supplier<Set<SourceId>> mentioned) {
        this.catalogs = catalogs;
        this.environment = environment;
        this.settings = settings;
        this.approval = approval;
        this.mentioned = mentioned;
    }

    /** The store of that id; empty if no catalog has it. */
    Optional<StoreHandle> store(SourceId id) {
        return first(id, catalog -> open(catalog, id));
    }

    /** The store of that id with these settings, which no file need hold; empty if no catalog has it. */
    Optional<StoreHandle> store(SourceId id, StoreConfig section) {
        return first(id, catalog -> catalog.open(id, environment, section, approval));
    }

    private Optional<StoreHandle> first(SourceId id, Function<DynamicStoreProvider, StoreLookup> open) {
        for (DynamicStoreProvider catalog : catalogs) {
            StoreLookup opening = open.apply(catalog);
            if (!(opening instanceof StoreLookup.Unknown)) {
                return Optional.of(new StoreHandle(id, () -> opening));
            }
        }
        return Optional.empty();
    }

    /** Everything that is set up here; each is opened when it is first used. */
    List<StoreHandle> all() {
        List<StoreHandle> all = new ArrayList<>();
        for (DynamicStoreProvider catalog : catalogs) {
            for (SourceId id : catalog.ids(environment, mentioned.get())) {
                all.add(new StoreHandle(id, () -> open(catalog, id)));
            }
        }
        return all;
    }

    /** Once a run: code that others bring would otherwise be there several times, each with a state of its own. */
    private StoreLookup open(DynamicStoreProvider catalog, SourceId id) {
        StoreLookup present = opened.get(id);
        if (present == null) {
            present = catalog.open(id, environment, settings.apply(id), approval);
            if (!(present instanceof StoreLookup.Unknown)) {
                opened.put(id, present);
            }
        }
        return present;
    }
}
