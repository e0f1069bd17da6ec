package wandb.auth.domain.port.account;

import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;

/**
 * The server that a run is for, and how it was chosen.
 *
 * @param location where exactly it is named; empty if nothing names it
 */
public record HostChoice(Host host, HostOrigin origin, Optional<Location> location) {

    /** Whether the command line names it: then later runs are to be for it too. */
    public boolean isNamedByCommandLine() {
        return origin == HostOrigin.OPTION || origin == HostOrigin.CLOUD_OPTION;
    }

    /** Whether a settings file of the SDK names it. */
    public boolean isNamedBySettings() {
        return origin == HostOrigin.WORKSPACE_SETTINGS || origin == HostOrigin.SYSTEM_SETTINGS;
    }
}
