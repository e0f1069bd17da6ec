package wandb.auth.netrc.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.netrc.syntax.NetrcDocument;

/**
 * The entries of a file that are an account's.
 *
 * @param server the entries of its server
 * @param profile its profile
 * @param entries those that are its own, in the order of the file
 */
public record AccountEntries(ServerEntries server, Profile profile, List<ProfileEntry> entries) {

    public static AccountEntries of(NetrcDocument document, Account account) {
        return ServerEntries.of(document, account.host()).of(account.profile());
    }

    public NetrcDocument document() {
        return server.document();
    }

    /** The server's names, its own first. */
    public List<String> machines() {
        return server.host().machines();
    }

    /** The entry that counts: the first name's that has any. */
    public Optional<ProfileEntry> deciding() {
        for (String machine : machines()) {
            Optional<ProfileEntry> entry = deciding(machine);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    /** The entry that counts for the name, one {@link ProfileEntry#isOfDecidingKind} before another. */
    public Optional<ProfileEntry> deciding(String machine) {
        Optional<ProfileEntry> first = last(machine, profile.isDefault());
        return first.isPresent() ? first : last(machine, !profile.isDefault());
    }

    private Optional<ProfileEntry> last(String machine, boolean isPlain) {
        return ProfileEntry.last(ProfileEntry.name(machine, profile, isPlain), entries);
    }

    boolean hasExactly(String machine) {
        Optional<ProfileEntry> entry = deciding(machine);
        return entry.isPresent() && entry.get().isExact();
    }

    /** Whether other readers find the account's key, where it has one. */
    public boolean isFoundByOthers() {
        Optional<ProfileEntry> entry = deciding();
        return entry.isPresent() && entry.get().isPlain();
    }

    /** Whether the account's key belongs under the server's own names: it is there, or nobody's is and it is the default one. */
    public boolean mayBePlain() {
        Optional<Profile> active = server.active();
        return active.isPresent() ? active.get().equals(profile) : profile.isDefault();
    }

    /** Where a person should look: the password that counts, or its entry; else the whole file. */
    public Location place(Path file) {
        Optional<ProfileEntry> entry = deciding();
        return entry.isPresent()
                ? new Location.File(file, entry.get().entry().decidingLine())
                : new Location.File(file);
    }

    public boolean are(Precondition expected) {
        Optional<ProfileEntry> entry = deciding();
        return entry.isPresent()
                ? expected.matches(Revision.of(entry.get().entry().password()))
                : expected.matchesNone();
    }
}
