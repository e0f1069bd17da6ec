package wandb.auth.domain.port.sdk;

import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;

/** What the Python SDK of this shell takes from the netrc file, which it asks before the settings files. */
public interface SdkNetrc {

    /** The key that it takes for the server; empty if it finds none there, or cannot use what it finds. */
    Optional<Taken> key(Environment environment, Host host);

    /** Whether the entry that it takes the key from is such as a login of the SDK makes, and not another program's. */
    default boolean hasOwnEntry(Environment environment, Host host) {
        return key(environment, host).isPresent();
    }

    /**
     * A key that the SDK takes.
     *
     * @param other the entry of the server's other name, where that holds another key
     */
    record Taken(Location location, ApiKey key, Optional<Location> other) {}
}
