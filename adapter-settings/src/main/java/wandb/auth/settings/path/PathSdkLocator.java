package wandb.auth.settings.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.SearchPath;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkHook;
import wandb.auth.domain.port.sdk.SdkLocator;

/**
 * The SDK of the first {@code wandb} on PATH that has one beside it (this program has none), else of the virtual
 * environment or the conda environment that is active.
 */
public final class PathSdkLocator implements SdkLocator {

    @Override
    public Optional<InstalledSdk> locate(Environment environment) {
        Optional<InstalledSdk> sdk = onPath(environment);
        for (Path prefix : SdkHook.activeEnvironments(environment)) {
            sdk = sdk.isPresent() ? sdk : new PythonPrefix(prefix).sdk();
        }
        return sdk;
    }

    private static Optional<InstalledSdk> onPath(Environment environment) {
        for (Path command : new SearchPath(environment).files("wandb")) {
            Optional<InstalledSdk> sdk = ofCommand(command);
            if (sdk.isPresent()) {
                return sdk;
            }
        }
        return Optional.empty();
    }

    private static Optional<InstalledSdk> ofCommand(Path command) {
        try {
            boolean isProgram = Files.isExecutable(command) && !Files.isDirectory(command);
            return isProgram ? PythonPrefix.sdkOf(command) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a PATH element that names nothing is what every shell passes over
        }
    }
}
