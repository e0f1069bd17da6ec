package wandb.auth.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.configuration.ConfigFolder;

/** The two settings files of the SDK. What the workspace's says beats what the system's says. */
enum SettingsLevel {
    /** The file of the working directory, which may be part of somebody's repository. */
    WORKSPACE,
    /** The user's own file. */
    SYSTEM;

    private static final SourceId OF_WORKSPACE = new SourceId("workspace-settings");
    private static final SourceId OF_SYSTEM = new SourceId("system-settings");

    /** The file as a source of keys. */
    SourceId id() {
        return this == WORKSPACE ? OF_WORKSPACE : OF_SYSTEM;
    }

    static SettingsLevel of(SourceId id) {
        return id.equals(OF_WORKSPACE) ? WORKSPACE : SYSTEM;
    }

    /** Where the file is, which need not exist; empty if there can be none, or if the workspace's would be the user's own. */
    Optional<Path> path(Environment environment) {
        Optional<Path> folder = ConfigFolder.pathIn(environment);
        Optional<Path> users = folder.isPresent() ? Optional.of(folder.get().resolve("settings")) : Optional.empty();
        if (this == SYSTEM) {
            return users;
        }
        Path file = inWorkspace(environment.workingDirectory());
        return users.isPresent() && isSame(users.get(), file) ? Optional.empty() : Optional.of(file);
    }

    /**
     * In {@code .wandb} where that exists, else in {@code wandb} (SDK 0.28.0, {@code wandb_settings.py}). The SDK reads it there
     * even where {@code WANDB_DIR} names another directory.
     */
    private static Path inWorkspace(Path directory) {
        Path dotted = directory.resolve(".wandb");
        return (Files.exists(dotted) ? dotted : directory.resolve("wandb")).resolve("settings");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.normalize().equals(other.normalize()) || (Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return false; // one of them is not there, so they cannot be one
        }
    }
}
