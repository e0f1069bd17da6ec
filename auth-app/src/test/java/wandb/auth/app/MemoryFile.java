package wandb.auth.app;

import java.util.List;
import wandb.auth.domain.Protection;
import wandb.auth.domain.port.OneFileStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;

/** The same, of which one change erases several keys. */
public final class MemoryFile extends MemoryStore implements OneFileStore {

    private final Effects effects;

    public MemoryFile(String id, Effects effects) {
        super(id, Protection.PLAINTEXT, effects);
        this.effects = effects;
    }

    @Override
    public List<Erased> eraseAll(List<Query> queries, Precondition expected) {
        effects.about("erase from " + id());
        return queries.stream().map(query -> erased(query, expected)).toList();
    }
}
