package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;

/**
 * The machine names that a key may stand under: those of its server, each with a profile behind a plus sign, which no other
 * reader asks for, or without one.
 *
 * @param names the names, the server's own first
 * @param main the one that a save always sets
 * @param suffix what stands behind the server's own names, nothing where other readers ask for them
 */
record MachineNameSet(List<String> names, String main, String suffix) {

    private static final String ONE_BLANK = " ";
    private static final String TWO_BLANKS = "  ";

    /** The names that other readers ask for. */
    static MachineNameSet plain(Host host) {
        return of(host, "");
    }

    /** The names that only this profile's key stands under. */
    static MachineNameSet own(Host host, Profile profile) {
        return of(host, "+" + profile);
    }

    /** The names of an account where no other profile was made the one that other readers find. */
    static MachineNameSet of(Account account) {
        return account.profile().isDefault() ? plain(account.host()) : own(account.host(), account.profile());
    }

    private static MachineNameSet of(Host host, String suffix) {
        List<String> names = new ArrayList<>();
        for (String machine : host.machines()) {
            names.add(machine + suffix);
        }
        return new MachineNameSet(names, host.netrcMachine() + suffix, suffix);
    }

    /** Whether the SDK asks for them. */
    boolean isReadBySdk() {
        return suffix.isEmpty();
    }

    /**
     * What stands between {@code machine} and one of the names. Two blanks before a name that only we ask for: a login of SDK
     * 0.28.0 takes out every line that holds {@code machine} and its own name with one blank between, whatever follows.
     */
    String gap() {
        return isReadBySdk() ? ONE_BLANK : TWO_BLANKS;
    }

    /** The gap for a name of the other kind, so that a name that changes back gets the same again. */
    static String otherGap(String gap) {
        return switch (gap) {
            case ONE_BLANK -> TWO_BLANKS;
            case TWO_BLANKS -> ONE_BLANK;
            default -> gap;
        };
    }

    /** Whether the name is one of them; its server's part in any case, as curl compares. */
    boolean contain(String machine) {
        for (String name : names) {
            if (isSame(name, machine)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file means by this text the name, which is one of them. */
    boolean isSame(String name, String machine) {
        return name.equalsIgnoreCase(machine) && machine.endsWith(suffix);
    }
}
