package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Query;

/** Where credentials can be on this machine. */
public final class Places {

    private final List<NamedSource> sources;
    private final List<NamedStore> builtIn;
    private final Optional<Catalogs> catalogs;

    /**
     * These places.
     *
     * @param sources what can only be read, in the order in which it is asked where the policy has no other
     * @param builtIn what can be written too
     * @param catalogs the stores whose ids are not known beforehand; empty where there are none
     */
    public Places(List<NamedSource> sources, List<NamedStore> builtIn, Optional<Catalogs> catalogs) {
        this.sources = List.copyOf(sources);
        this.builtIn = List.copyOf(builtIn);
        this.catalogs = catalogs;
    }

    /** What can only be read, in the order in which it is asked where the policy has no other. */
    public List<NamedSource> sources() {
        return sources;
    }

    /** Every store that is set up here. */
    public List<NamedStore> stores() {
        List<NamedStore> all = new ArrayList<>(builtIn);
        for (NamedStore other : catalogs.map(Catalogs::all).orElse(List.of())) {
            if (builtIn(other.id()).isEmpty()) {
                all.add(other);
            }
        }
        return all;
    }

    /** The same stores, and nothing that can only be read. */
    public Places onlyStores() {
        return new Places(List.of(), builtIn, catalogs);
    }

    /** The store of that id; empty where none is installed. */
    public Optional<NamedStore> store(SourceId id) {
        return builtIn(id).or(() -> catalogs.flatMap(others -> others.store(id)));
    }

    /** The ids under which somebody else has something that is never asked, since they are ours. */
    List<SourceId> hidden() {
        List<SourceId> hidden = new ArrayList<>();
        for (NamedStore other : catalogs.map(Catalogs::all).orElse(List.of())) {
            boolean isSource = sources.stream().anyMatch(source -> source.id().equals(other.id()));
            if (isSource || builtIn(other.id()).isPresent()) {
                hidden.add(other.id());
            }
        }
        return hidden;
    }

    private Optional<NamedStore> builtIn(SourceId id) {
        for (NamedStore store : builtIn) {
            if (store.id().equals(id)) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }

    /** The same credential in netrc too, as a move that was cut off leaves it; empty where none is, or where it may stay. */
    Optional<Step> copyInNetrc(Query query, Decision.Use use, LoginOptions options) {
        Optional<NamedStore> netrc = store(ResolutionPolicy.NETRC);
        if (netrc.isEmpty() || options.keepsPlaintext() || use.step().source().equals(ResolutionPolicy.NETRC)) {
            return Optional.empty();
        }
        Step step = netrc.get().ask(query);
        boolean isCopy = step.finding().outcome() instanceof Outcome.Found found
                && found.credential().equals(use.found().credential());
        return isCopy ? Optional.of(step) : Optional.empty();
    }
}
