package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountRegistry;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;

/** Remembers accounts. */
final class FakeAccounts implements AccountRegistry {

    private static final Location PLACE = new Location.Place("auth.ini");
    private static final Reason REASON = new Reason("The disk is full.", "Make room.");

    private final List<Entry> entries = new ArrayList<>();
    private boolean isReadable = true;
    private boolean isWritable = true;

    void cannotBeRead() {
        isReadable = false;
    }

    void cannotBeWritten() {
        isWritable = false;
    }

    void has(String host, String store) {
        has(host, store, Optional.empty());
    }

    void has(String host, String store, Optional<String> user) {
        put(new Entry(new Account(Host.parse(host), Profile.DEFAULT), new SourceId(store), user));
    }

    private void put(Entry entry) {
        drop(entry.account());
        entries.add(entry);
    }

    private void drop(Account account) {
        entries.removeIf(entry -> entry.account().isSameAccount(account));
    }

    @Override
    public Registered read(Environment environment) {
        return isReadable
                ? new Entries(entries)
                : new Unreadable(PLACE, new Reason("It makes no sense.", "Correct it."));
    }

    @Override
    public Noted note(Environment environment, Entry entry) {
        if (!isWritable) {
            return new Failed(PLACE, REASON);
        }
        put(entry);
        return new Kept(PLACE);
    }

    @Override
    public Noted forget(Environment environment, Account account) {
        if (!isWritable) {
            return new Failed(PLACE, REASON);
        }
        drop(account);
        return new Kept(PLACE);
    }
}
