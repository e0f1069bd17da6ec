package wandb.auth.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Query;

/** A store under its id. It is opened when it is first used: a run that does not use it loads nothing of it. */
public final class NamedStore {

    private final SourceId id;
    private final Supplier<CredentialStore> opening;
    private @Nullable CredentialStore store;

    /** The store that this opens. */
    public NamedStore(SourceId id, Supplier<CredentialStore> opening) {
        this.id = id;
        this.opening = opening;
    }

    /** The id. */
    public SourceId id() {
        return id;
    }

    /** The store itself. */
    public CredentialStore store() {
        CredentialStore opened = store;
        if (opened == null) {
            opened = opening.get();
            store = opened;
        }
        return opened;
    }

    /** The same as a source. */
    public NamedSource asSource() {
        return new NamedSource(id, store());
    }

    /** What it says for the account. */
    Step ask(Query query) {
        return new Step(id, store().protection(), store().find(query));
    }

    /** The key that it holds for the account; empty where it holds none, or none that can be read. */
    Optional<ApiKey> keyOf(Query query) {
        return store().find(query).outcome() instanceof Outcome.Found found && found.credential() instanceof ApiKey key
                ? Optional.of(key)
                : Optional.empty();
    }

    /**
     * The rule by which no key may be saved to it; empty where one may. A store that no lookup would use counts too: such a
     * secret serves nothing and is only a risk.
     */
    public Optional<Rule> forbiddenBy(ResolutionPolicy policy) {
        return policy.forbidsWriting(id)
                .or(() -> policy.forbidsSource(id))
                .or(() -> policy.forbidsProtection(store().protection()));
    }
}
