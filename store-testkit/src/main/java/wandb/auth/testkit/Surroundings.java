package wandb.auth.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.StoreConfig;

/**
 * What a store is opened with.
 *
 * @param environment what it takes from the process
 * @param section its settings
 */
public record Surroundings(Environment environment, StoreConfig section) {

    /** A process on Linux without a terminal, and no settings. */
    public static Surroundings of(Path home, Map<String, String> variables) {
        return of(home, variables, Map.of());
    }

    /** A process on Linux without a terminal. */
    public static Surroundings of(Path home, Map<String, String> variables, Map<String, String> settings) {
        Environment environment =
                new Environment(variables, Optional.of(home), home, OperatingSystem.LINUX, Terminal.NONE);
        return new Surroundings(environment, new StoreConfig(settings));
    }
}
