package wandb.auth.netrc.entry;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

/**
 * An entry of a server, and whose it is.
 *
 * @param entry the entry
 * @param machine which of the server's names it is for
 * @param profile the profile whose it is
 * @param isPlain whether it has the server's own name, which other readers look for; else the profile stands after the name
 */
public record ProfileEntry(Entry entry, String machine, Profile profile, boolean isPlain) {

    /** The name of such an entry. */
    public static String name(String machine, Profile profile, boolean isPlain) {
        return isPlain ? machine : machine + "+" + profile;
    }

    /** The profile of the name; empty if no profile can have it. */
    public static Optional<Profile> profile(String name) {
        try {
            return Optional.of(new Profile(name));
        } catch (InvalidProfileException e) {
            return Optional.empty();
        }
    }

    /** The one that counts of those with the name: the last, as for Python; one in another case only for want of it. */
    static Optional<ProfileEntry> last(String name, List<ProfileEntry> entries) {
        Optional<ProfileEntry> otherCase = Optional.empty();
        for (ProfileEntry each : entries.reversed()) {
            String written = each.entry.machine();
            if (written.equals(name)) {
                return Optional.of(each);
            }
            if (otherCase.isEmpty() && written.equalsIgnoreCase(name)) {
                otherCase = Optional.of(each);
            }
        }
        return otherCase;
    }

    /**
     * The words that begin a new one. Two blanks before a name that only we ask for: a login of an SDK takes out every line
     * that holds {@code machine} and its own name with one blank between, whatever follows.
     */
    static String heading(String machine, Profile profile, boolean isPlain) {
        return isPlain
                ? "machine " + machine + ProfileMark.words(profile)
                : "machine  " + name(machine, profile, false);
    }

    /**
     * Whether it counts before one of the other kind that its profile has for the same name. The one that was written last does:
     * for the default profile that under the server's own name, which an SDK writes; for any other that under the profile's,
     * which the first edition writes.
     */
    boolean isOfDecidingKind() {
        return isPlain == profile.isDefault();
    }

    /** Its name, as other readers look for it. */
    public String name() {
        return name(machine, profile, isPlain);
    }

    /** Whether the name is written as other readers, which tell upper from lower case, look for it. */
    public boolean isExact() {
        return entry.machine().equals(name());
    }
}
