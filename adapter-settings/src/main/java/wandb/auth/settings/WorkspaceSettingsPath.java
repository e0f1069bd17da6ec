package wandb.auth.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.ConfigFolder;

/**
 * Where the settings file of the working directory is: in {@code .wandb} where that exists, else in {@code wandb} (SDK
 * 0.28.0, {@code wandb_settings.py}). The SDK reads it there even where {@code WANDB_DIR} names another directory.
 */
final class WorkspaceSettingsPath {

    private WorkspaceSettingsPath() {}

    /** The file, which need not exist; empty if it would be the user's own file. */
    static Optional<Path> in(Environment environment) {
        Path directory = environment.workingDirectory();
        Path dotted = directory.resolve(".wandb");
        Path file = (Files.exists(dotted) ? dotted : directory.resolve("wandb")).resolve("settings");
        boolean isUsersOwn = ConfigFolder.in(environment) instanceof Valid<Path> folder
                && isSame(SettingsFile.in(folder.value()), file);
        return isUsersOwn ? Optional.empty() : Optional.of(file);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.normalize().equals(other.normalize()) || Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // one of them is not there, so they cannot be one
        }
    }
}
