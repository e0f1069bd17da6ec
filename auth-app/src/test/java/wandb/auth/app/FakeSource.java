package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/** Gives one prepared answer and remembers who asked. */
final class FakeSource implements CredentialSource {

    private final String name;
    private final Outcome outcome;
    private final List<Query> queries = new ArrayList<>();

    private FakeSource(String name, Outcome outcome) {
        this.name = name;
        this.outcome = outcome;
    }

    static FakeSource giving(String name, Outcome outcome) {
        return new FakeSource(name, outcome);
    }

    NamedSource named() {
        return new NamedSource(new SourceId(name), this);
    }

    List<Query> queries() {
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
