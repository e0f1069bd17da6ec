package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.spi.StoreConfig;

/**
 * Which profiles were ever made the one that other readers find, as the settings of the store tell it: for each machine the
 * names, the last one first.
 *
 * @param settings the settings of the store
 */
record ActiveProfiles(StoreConfig settings) {

    /** Begins the name of the setting of a machine, which ends in the machine's name. */
    private static final String PREFIX = "profiles ";

    /** What an account's key stands under, in any file. */
    EntryNaming of(Account account) {
        return new EntryNaming(account, of(account.host()));
    }

    private List<Profile> of(Host host) {
        String names = settings.settings().getOrDefault(PREFIX + host.netrcMachine(), "");
        List<Profile> profiles = new ArrayList<>();
        int start = 0;
        while (start < names.length()) {
            int blank = names.indexOf(' ', start);
            int end = blank < 0 ? names.length() : blank;
            profiles.add(new Profile(names.substring(start, end)));
            start = end + 1;
        }
        return profiles;
    }
}
