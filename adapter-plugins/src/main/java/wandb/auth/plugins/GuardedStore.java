package wandb.auth.plugins;

import java.util.Objects;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/**
 * A plugin's store that keeps to the contract, whatever the plugin does: what it says that it saved or erased is looked at.
 * That something else is there than before is no lie: another writer may have come right after. Where the caller expects
 * anything, what is there before is looked at first.
 */
record GuardedStore(GuardedSource source, CredentialStore store, PluginExecutor guard) implements CredentialStore {

    @Override
    public Protection protection() {
        return source.protection();
    }

    @Override
    public Finding find(Query query) {
        return source.find(query);
    }

    @Override
    public Availability availability(Deadline deadline) {
        return guard.ask(() -> whole(store.availability(deadline)), deadline, Availability.NotUsable::new);
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        ProcessGuard.learn(key);
        Precondition before = beforeChange(query, expected);
        Saved saved = guard.ask(
                () -> whole(store.save(query, key, expected)),
                query.deadline(),
                why -> new Saved.Failed(source.place(), why));
        return saved instanceof Saved.Stored && !isBehind(before, find(query).outcome(), key)
                ? new Saved.Failed(source.place(), Messages.keyNotSaved(guard.id()))
                : saved;
    }

    /** What is there still if nothing was done: what the caller expects, or, if that is anything, what is there now. */
    private Precondition beforeChange(Query query, Precondition expected) {
        if (!(expected instanceof Precondition.Anything)) {
            return expected;
        }
        return find(query).outcome() instanceof Outcome.Found found
                ? new Precondition.Exactly(found.revision())
                : new Precondition.Absent();
    }

    /** Whether a look after the save is as it can be: with the key, or with that of a writer who came right after it. */
    private static boolean isBehind(Precondition before, Outcome seen, ApiKey key) {
        return seen instanceof Outcome.Found found
                && (found.credential().equals(key) || !before.matches(found.revision()));
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        Precondition before = beforeChange(query, expected);
        Erased erased = guard.ask(
                () -> whole(store.erase(query, expected)),
                query.deadline(),
                why -> new Erased.Failed(source.place(), why));
        return erased instanceof Erased.Gone && !isBehind(before, find(query).outcome())
                ? new Erased.Failed(source.place(), Messages.keyNotErased(guard.id()))
                : erased;
    }

    /** Whether a look after the erasing is as it can be: without a key, or with that of a writer who came right after it. */
    private static boolean isBehind(Precondition before, Outcome seen) {
        return seen instanceof Outcome.Absent
                || (seen instanceof Outcome.Found found && !before.matches(found.revision()));
    }

    private static Availability whole(Availability availability) {
        return switch (availability) {
            case Availability.Usable usable ->
                new Availability.Usable(PluginText.of(usable.remarks()), usable.forgets());
            case Availability.NotUsable not -> new Availability.NotUsable(PluginText.of(not.reason()));
        };
    }

    private static Saved whole(Saved saved) {
        return switch (saved) {
            case Saved.Stored stored ->
                new Saved.Stored(
                        PluginText.of(stored.location()),
                        Objects.requireNonNull(stored.revision()),
                        PluginText.of(stored.remarks()));
            case Saved.Conflict conflict -> new Saved.Conflict(PluginText.of(conflict.location()));
            case Saved.Failed failed ->
                new Saved.Failed(PluginText.of(failed.location()), PluginText.of(failed.reason()));
        };
    }

    private static Erased whole(Erased erased) {
        return switch (erased) {
            case Erased.Gone gone -> new Erased.Gone(PluginText.of(gone.location()), PluginText.of(gone.remarks()));
            case Erased.Nothing nothing -> new Erased.Nothing(PluginText.of(nothing.location()));
            case Erased.Conflict conflict -> new Erased.Conflict(PluginText.of(conflict.location()));
            case Erased.Failed failed ->
                new Erased.Failed(PluginText.of(failed.location()), PluginText.of(failed.reason()));
        };
    }
}
