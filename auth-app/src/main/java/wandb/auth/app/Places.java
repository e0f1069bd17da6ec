package wandb.auth.app;

import java.util.List;
import java.util.Optional;
import wandb.auth.app.SaveOrder.Wishes;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Query;

/**
 * Where credentials can be on this machine.
 *
 * @param sources what can only be read, in the order in which it is asked where the policy has no other
 * @param stores what can be written too
 */
public record Places(List<NamedSource> sources, List<NamedStore> stores) {

    public Places {
        sources = List.copyOf(sources);
        stores = List.copyOf(stores);
    }

    /** The store of that id; empty where none is installed. */
    public Optional<NamedStore> store(SourceId id) {
        for (NamedStore store : stores) {
            if (store.id().equals(id)) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }

    /** The same credential in netrc too, as a move that was cut off leaves it; empty where none is, or where it may stay. */
    Optional<Step> copyInNetrc(Query query, Decision.Use use, Wishes wishes) {
        Optional<NamedStore> netrc = store(ResolutionPolicy.NETRC);
        if (netrc.isEmpty() || wishes.keepsPlaintext() || use.step().source().equals(ResolutionPolicy.NETRC)) {
            return Optional.empty();
        }
        Step step = netrc.get().ask(query);
        boolean isCopy = step.finding().outcome() instanceof Outcome.Found found
                && found.credential().equals(use.found().credential());
        return isCopy ? Optional.of(step) : Optional.empty();
    }
}
