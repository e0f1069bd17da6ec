package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.entry.ProfileEntry;

/**
 * What the first edition noted beside the file: for each machine the profiles that were switched to, the last one first. What
 * is no profile is passed over, and of a name that comes twice the first counts.
 *
 * @param names the names of the profiles, by the machine's name
 */
record FormerSwitches(Map<String, String> names) {

    List<Profile> of(Host host) {
        List<Profile> profiles = new ArrayList<>();
        for (String name : names.getOrDefault(host.netrcMachine(), "").split("\\s+", -1)) {
            ProfileEntry.profile(name)
                    .filter(profile -> !profiles.contains(profile))
                    .ifPresent(profiles::add);
        }
        return profiles;
    }

    /** The servers of the machines. */
    List<Host> hosts() {
        List<Host> hosts = new ArrayList<>();
        for (String machine : names.keySet()) {
            host(machine).ifPresent(hosts::add);
        }
        return hosts;
    }

    private static Optional<Host> host(String machine) {
        try {
            return Optional.of(Host.parse("https://" + machine));
        } catch (InvalidHostException e) {
            return Optional.empty();
        }
    }
}
