package wandb.auth.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.StoreConfig;

/** Where credentials can be on this machine. */
public final class CredentialStores {

    private final List<SourceHandle> sources;
    private final List<StoreHandle> builtIn;
    private final Supplier<Optional<DynamicStores>> maker;
    private Optional<DynamicStores> made = Optional.empty();

    /** These places, and no others. */
    public CredentialStores(List<SourceHandle> sources, List<StoreHandle> builtIn) {
        this(sources, builtIn, Optional::empty);
    }

    /**
     * These places.
     *
     * @param sources what can only be read, in the order in which it is asked where the policy has no other
     * @param builtIn what can be written too
     * @param catalogs makes the stores whose ids are not known beforehand; asked for a store that is not built in
     */
    public CredentialStores(
            List<SourceHandle> sources, List<StoreHandle> builtIn, Supplier<Optional<DynamicStores>> catalogs) {
        this.sources = List.copyOf(sources);
        this.builtIn = List.copyOf(builtIn);
        this.maker = catalogs;
    }

    private Optional<DynamicStores> catalogs() {
        if (made.isEmpty()) {
            made = maker.get();
        }
        return made;
    }

    /** What can only be read, in the order in which it is asked where the policy has no other. */
    public List<SourceHandle> sources() {
        return sources;
    }

    /** Every store that is set up here. */
    public List<StoreHandle> stores() {
        List<StoreHandle> all = new ArrayList<>(builtIn);
        for (StoreHandle other : catalogs().map(DynamicStores::all).orElse(List.of())) {
            if (builtIn(other.id()).isEmpty()) {
                all.add(other);
            }
        }
        return all;
    }

    /** The same stores, and nothing that can only be read. */
    public CredentialStores onlyStores() {
        return new CredentialStores(List.of(), builtIn, this::catalogs);
    }

    /** The store of that id; empty if none is installed. */
    public Optional<StoreHandle> store(SourceId id) {
        Optional<StoreHandle> store = builtIn(id);
        return store.isPresent() ? store : catalogs().flatMap(others -> others.store(id));
    }

    /** Whether the store of that id is on this machine. */
    public boolean isInstalled(SourceId id) {
        return store(id).filter(StoreHandle::isInstalled).isPresent();
    }

    /** The store of that id with these settings, which no file need hold; empty if nothing here makes one of them. */
    public Optional<StoreHandle> described(SourceId id, StoreConfig section) {
        return catalogs().flatMap(others -> others.store(id, section));
    }

    /** The ids under which somebody else has something that is never asked, since they are ours. */
    public List<SourceId> hidden() {
        List<SourceId> hidden = new ArrayList<>();
        for (StoreHandle other : catalogs().map(DynamicStores::all).orElse(List.of())) {
            boolean isSource = sources.stream().anyMatch(source -> source.id().equals(other.id()));
            if (isSource || builtIn(other.id()).isPresent()) {
                hidden.add(other.id());
            }
        }
        return hidden;
    }

    private Optional<StoreHandle> builtIn(SourceId id) {
        for (StoreHandle store : builtIn) {
            if (store.id().equals(id)) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }

    /** The same credential in netrc too, as a move that was cut off leaves it; empty if none is, or where it may stay. */
    public Optional<Step> copyInNetrc(Query query, Step used, LoginOptions options) {
        Optional<StoreHandle> netrc = store(ResolutionPolicy.NETRC);
        if (netrc.isEmpty() || options.keepsPlaintext() || used.source().equals(ResolutionPolicy.NETRC)) {
            return Optional.empty();
        }
        Step step = netrc.get().ask(query);
        return step.gives(used.found().orElseThrow().credential()) ? Optional.of(step) : Optional.empty();
    }
}
