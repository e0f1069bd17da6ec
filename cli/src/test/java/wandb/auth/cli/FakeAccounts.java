package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.ConfigurationChange;

/** The accounts in the user's file. */
public final class FakeAccounts {

    public static final Location PLACE = new Location.Place("auth.ini");
    public static final Reason NOT_READ = new Reason("It makes no sense.", "Correct it.");
    public static final Reason NOT_WRITTEN = new Reason("The disk is full.", "Make room.");

    private final List<SavedAccount> entries = new ArrayList<>();
    private boolean isReadable = true;
    private boolean isWritable = true;

    public void cannotBeRead() {
        isReadable = false;
    }

    public void cannotBeWritten() {
        isWritable = false;
    }

    public void has(String host, String store) {
        has(host, store, Optional.empty());
    }

    public void has(String host, String store, Optional<String> user) {
        put(new SavedAccount(new Account(Host.parse(host), Profile.DEFAULT), new SourceId(store), user));
    }

    /** A profile on the public cloud, whose key is in the netrc file. */
    public void hasProfile(String name) {
        put(new SavedAccount(
                new Account(Host.PUBLIC_CLOUD, new Profile(name)), new SourceId("netrc"), Optional.empty()));
    }

    private void put(SavedAccount entry) {
        drop(entry.account());
        entries.add(entry);
    }

    private void drop(Account account) {
        entries.removeIf(entry -> entry.account().isSameAccount(account));
    }

    public Parsed<SavedAccounts> read() {
        return isReadable ? new Parsed.Valid<>(new SavedAccounts(entries)) : new Parsed.Invalid<>(PLACE, NOT_READ);
    }

    /** Makes the change; why that fails. */
    public Optional<Complaint> change(ConfigurationChange change) {
        boolean isOfAccounts = change instanceof ConfigurationChange.NoteAccount
                || change instanceof ConfigurationChange.ForgetAccounts;
        if (isOfAccounts && !isWritable) {
            return Optional.of(new Complaint(PLACE, NOT_WRITTEN));
        }
        if (change instanceof ConfigurationChange.NoteAccount note) {
            put(note.account());
        }
        if (change instanceof ConfigurationChange.ForgetAccounts forget) {
            forget.places().forEach(place -> drop(place.account()));
        }
        return Optional.empty();
    }
}
