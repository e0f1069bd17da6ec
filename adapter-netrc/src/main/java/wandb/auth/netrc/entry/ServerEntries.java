package wandb.auth.netrc.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

/**
 * The entries of one server in a file, each with the profile whose it is: the one after a plus sign in its name; of an entry
 * under the server's own name the one that its mark names, else the default one.
 *
 * @param document the file
 * @param host the server
 * @param entries its entries, in the order of the file
 */
public record ServerEntries(NetrcDocument document, Host host, List<ProfileEntry> entries) {

    public static ServerEntries of(NetrcDocument document, Host host) {
        return of(document, host, List.of());
    }

    /**
     * The same of a file that the first edition wrote, which had no marks: an entry without one is of the first of these
     * profiles that has no entry of its own.
     *
     * @param former the profiles that were switched to, the last one first
     */
    public static ServerEntries of(NetrcDocument document, Host host, List<Profile> former) {
        List<ProfileEntry> entries = read(document, host, Profile.DEFAULT);
        Profile unmarked = unmarked(entries, former);
        return new ServerEntries(document, host, unmarked.isDefault() ? entries : read(document, host, unmarked));
    }

    private static List<ProfileEntry> read(NetrcDocument document, Host host, Profile unmarked) {
        List<String> machines = host.machines();
        List<ProfileEntry> entries = new ArrayList<>();
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && !entry.isDefault()) {
                ProfileEntry ofServer = read(entry, machines, unmarked);
                if (ofServer != null) {
                    entries.add(ofServer);
                }
            }
        }
        return entries;
    }

    private static @Nullable ProfileEntry read(Entry entry, List<String> machines, Profile unmarked) {
        String name = entry.machine();
        for (String machine : machines) {
            int length = machine.length();
            if (name.regionMatches(true, 0, machine, 0, length)) {
                if (name.length() == length) {
                    return new ProfileEntry(
                            entry, machine, ProfileMark.of(entry).orElse(unmarked), true);
                }
                if (name.charAt(length) == '+') {
                    Optional<Profile> profile = ProfileEntry.profile(name.substring(length + 1));
                    return profile.isPresent() ? new ProfileEntry(entry, machine, profile.get(), false) : null;
                }
            }
        }
        return null;
    }

    private static Profile unmarked(List<ProfileEntry> entries, List<Profile> former) {
        for (Profile profile : former) {
            if (!hasOwn(entries, profile)) {
                return profile;
            }
        }
        return Profile.DEFAULT;
    }

    private static boolean hasOwn(List<ProfileEntry> entries, Profile profile) {
        for (ProfileEntry entry : entries) {
            if (!entry.isPlain() && entry.profile().equals(profile)) {
                return true;
            }
        }
        return false;
    }

    /** Those of the profile. */
    public AccountEntries of(Profile profile) {
        List<ProfileEntry> own = new ArrayList<>();
        for (ProfileEntry entry : entries) {
            if (entry.profile().equals(profile)) {
                own.add(entry);
            }
        }
        return new AccountEntries(this, profile, own);
    }

    /** The profile whose key other readers find, by the documented name of the server before another; empty if they find none. */
    public Optional<Profile> active() {
        for (String machine : List.of(host.netrcMachine(), host.machines().getLast(), host.machine())) {
            Optional<ProfileEntry> plain = ProfileEntry.last(machine, entries);
            if (plain.isPresent()) {
                return Optional.of(plain.get().profile());
            }
        }
        return Optional.empty();
    }

    /** Whether an entry of another profile has this name of the server for its own. */
    boolean isTaken(String machine, Profile profile) {
        for (ProfileEntry entry : entries) {
            if (entry.isPlain()
                    && entry.machine().equals(machine)
                    && !entry.profile().equals(profile)) {
                return true;
            }
        }
        return false;
    }

    /** How many entries have this name as it is written. */
    public int count(String name) {
        int count = 0;
        for (ProfileEntry entry : entries) {
            count += entry.entry().machine().equalsIgnoreCase(name) ? 1 : 0;
        }
        return count;
    }
}
