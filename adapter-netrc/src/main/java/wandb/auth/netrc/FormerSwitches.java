package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;

/**
 * What the first edition noted beside the file: for each machine the profiles that were switched to, the last one first. What
 * is no profile is passed over, and of a name that comes twice the first counts.
 *
 * @param names the names of the profiles, by the machine's name
 */
record FormerSwitches(Map<String, String> names) {

    List<Profile> of(Host host) {
        List<Profile> profiles = new ArrayList<>();
        if (names.isEmpty()) {
            return profiles;
        }
        for (String name : names.getOrDefault(host.netrcMachine(), "").split("\\s+", -1)) {
            try {
                Profile profile = new Profile(name);
                if (!profiles.contains(profile)) {
                    profiles.add(profile);
                }
            } catch (InvalidProfileException e) {
                continue;
            }
        }
        return profiles;
    }

    /** The servers of the machines. */
    List<Host> hosts() {
        List<Host> hosts = new ArrayList<>();
        for (String machine : names.keySet()) {
            try {
                hosts.add(Host.parse("https://" + machine));
            } catch (InvalidHostException e) {
                continue;
            }
        }
        return hosts;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }
}
