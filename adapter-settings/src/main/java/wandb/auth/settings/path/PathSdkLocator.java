package wandb.auth.settings.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.SearchPath;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkLocator;

/**
 * The SDK of the first {@code wandb} on PATH that has one beside it (this program has none), else of the virtual
 * environment or the conda environment that is active.
 */
public final class PathSdkLocator implements SdkLocator {

    @Override
    public Optional<InstalledSdk> locate(Environment environment) {
        Optional<InstalledSdk> sdk = onPath(environment);
        if (sdk.isEmpty()) {
            sdk = ofActive(environment, "VIRTUAL_ENV");
        }
        return sdk.isPresent() ? sdk : ofActive(environment, "CONDA_PREFIX");
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

    private static Optional<InstalledSdk> ofActive(Environment environment, String variable) {
        try {
            Optional<String> prefix = environment.variable(variable);
            return prefix.isPresent()
                    ? new PythonPrefix(environment.workingDirectory().resolve(prefix.get())).sdk()
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
