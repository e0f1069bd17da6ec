package wandb.auth.settings;

import wandb.auth.domain.SourceId;

/** The two settings files of the SDK. What the workspace's says beats what the system's says. */
enum SettingsLevel {
    /** The file of the working directory, which may be part of somebody's repository. */
    WORKSPACE(new SourceId("workspace-settings")),
    /** The user's own file. */
    SYSTEM(new SourceId("system-settings"));

    private final SourceId id;

    SettingsLevel(SourceId id) {
        this.id = id;
    }

    /** The file as a source of keys. */
    SourceId id() {
        return id;
    }

    static SettingsLevel of(SourceId id) {
        return id.equals(WORKSPACE.id) ? WORKSPACE : SYSTEM;
    }
}
