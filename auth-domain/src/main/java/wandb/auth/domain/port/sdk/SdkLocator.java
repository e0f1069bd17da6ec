package wandb.auth.domain.port.sdk;

import java.util.Optional;
import wandb.auth.domain.Environment;

/** Finds the Python SDK that this shell would use. A port that only modules of this project implement. */
public interface SdkLocator {

    /** The SDK that this shell would use; empty if none is found or its version cannot be told. */
    Optional<InstalledSdk> locate(Environment environment);
}
