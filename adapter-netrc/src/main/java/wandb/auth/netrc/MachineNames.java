package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;

/**
 * The machine names that an account's key may stand under: those of its server, and for a named profile each with the
 * profile behind a plus sign, which no other reader asks for.
 *
 * @param names the names, the server's own first
 * @param main the one that a save always sets
 * @param isReadBySdk whether the SDK asks for them
 */
record MachineNames(List<String> names, String main, boolean isReadBySdk) {

    static MachineNames of(Account account) {
        Host host = account.host();
        String suffix = account.profile().isDefault() ? "" : "+" + account.profile();
        List<String> names = new ArrayList<>();
        for (String machine : host.machines()) {
            names.add(machine + suffix);
        }
        String main = host.isPublicCloud() ? Host.PUBLIC_CLOUD.machine() : host.machine();
        return new MachineNames(names, main + suffix, account.profile().isDefault());
    }

    /** Whether the name is one of them; in any case, as curl compares. */
    boolean contain(String machine) {
        for (String name : names) {
            if (name.equalsIgnoreCase(machine)) {
                return true;
            }
        }
        return false;
    }
}
