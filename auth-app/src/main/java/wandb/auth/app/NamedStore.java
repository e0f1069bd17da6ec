package wandb.auth.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** A store under its id. It is opened when it is first used: a run that does not use it loads nothing of it. */
public final class NamedStore {

    private final SourceId id;
    private final Supplier<Opening> opening;
    private @Nullable Opening opened;
    private @Nullable CredentialStore store;

    /** The store that this opens. */
    public NamedStore(SourceId id, Supplier<Opening> opening) {
        this.id = id;
        this.opening = opening;
    }

    /** The id. */
    public SourceId id() {
        return id;
    }

    /** The store itself; where it could not be opened, one that says so to every question. */
    public CredentialStore store() {
        CredentialStore present = store;
        if (present == null) {
            present = storeOf(opening());
            store = present;
        }
        return present;
    }

    private Opening opening() {
        Opening present = opened;
        if (present == null) {
            present = opening.get();
            opened = present;
        }
        return present;
    }

    private CredentialStore storeOf(Opening present) {
        return switch (present) {
            case Opening.Opened there ->
                there.source() instanceof CredentialStore writable ? writable : new ReadOnly(id, there.source());
            case Opening.Forbidden forbidden ->
                new Unopened(
                        id,
                        new Reason(forbidden.rule().text(), "Ask the administrator, or use another store."),
                        new Outcome.Refused(forbidden.rule()));
            case Opening.Broken broken -> new Unopened(id, broken.reason(), new Outcome.Unusable(broken.reason()));
            case Opening.Unknown unknown -> {
                Reason gone = new Reason("No such store is installed here.", "See what is there: wandb auth stores");
                yield new Unopened(id, gone, new Outcome.Unusable(gone));
            }
        };
    }

    /** Why it cannot be opened; empty where it can, or where the policy forbids it. */
    Optional<Reason> broken() {
        return opening() instanceof Opening.Broken broken ? Optional.of(broken.reason()) : Optional.empty();
    }

    /** Whether keys are only read from it. */
    public boolean isReadOnly() {
        return store() instanceof ReadOnly;
    }

    /** Why no key can be saved to it, whatever the policy says; empty where one can. */
    Optional<Saved.Failed> obstacle() {
        return store() instanceof ReadOnly readOnly ? Optional.of(readOnly.refusal()) : Optional.empty();
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

    /** The rule by which it may not be opened; empty if it may. */
    Optional<Rule> forbiddenToOpen() {
        return opening() instanceof Opening.Forbidden forbidden ? Optional.of(forbidden.rule()) : Optional.empty();
    }
}
