package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/** Gives one prepared answer and remembers who asked. */
public final class FakeSource implements CredentialSource {

    private final String name;
    private final Outcome outcome;
    private final List<Query> queries = new ArrayList<>();

    private FakeSource(String name, Outcome outcome) {
        this.name = name;
        this.outcome = outcome;
    }

    public static FakeSource giving(String name, Outcome outcome) {
        return new FakeSource(name, outcome);
    }

    public SourceHandle named() {
        return new SourceHandle(new SourceId(name), this);
    }

    public List<Query> queries() {
        return queries;
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        queries.add(query);
        return new Finding(new Location.Place("the place of " + name), outcome, List.of("A remark of " + name + "."));
    }
}
