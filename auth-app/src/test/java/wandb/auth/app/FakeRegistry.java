package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;

/** Remembers accounts for the time of a test. */
final class FakeRegistry implements AccountRegistry {

    static final Location PLACE = new Location.Place("the list of accounts");
    static final Unreadable UNREADABLE = new Unreadable(PLACE, new Reason("It makes no sense.", "Correct it."));
    static final Failed FAILED = new Failed(PLACE, new Reason("The disk is full.", "Make room."));

    private final Effects effects;
    private final List<Entry> entries = new ArrayList<>();
    private boolean isReadable = true;
    private boolean isWritable = true;

    FakeRegistry(Effects effects) {
        this.effects = effects;
    }

    void cannotBeRead() {
        isReadable = false;
    }

    void cannotBeWritten() {
        isWritable = false;
    }

    void holds(Account account, MemoryStore store) {
        put(new Entry(account, store.id(), Optional.empty()));
    }

    void put(Entry entry) {
        drop(entry.account());
        entries.add(entry);
    }

    Optional<Entry> entryOf(Account account) {
        return new Entries(entries).of(account);
    }

    private void drop(Account account) {
        entries.removeIf(entry -> entry.account().isSameAccount(account));
    }

    @Override
    public Registered read(Environment environment) {
        return isReadable ? new Entries(entries) : UNREADABLE;
    }

    @Override
    public Noted note(Environment environment, Entry entry) {
        effects.about("note");
        if (!isWritable) {
            return FAILED;
        }
        put(entry);
        return new Kept(PLACE);
    }

    @Override
    public Noted forget(Environment environment, Account account) {
        effects.about("forget");
        if (!isWritable) {
            return FAILED;
        }
        drop(account);
        return new Kept(PLACE);
    }
}
