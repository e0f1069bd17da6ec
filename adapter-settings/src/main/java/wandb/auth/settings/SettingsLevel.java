package wandb.auth.settings;

import wandb.auth.domain.SourceId;

/** The two settings files of the SDK. What the workspace's says beats what the system's says. */
enum SettingsLevel {
    /** The file of the working directory, which may be part of somebody's repository. */
    WORKSPACE("workspace-settings"),
    /** The user's own file. */
    SYSTEM("system-settings");

    private final String id;

    SettingsLevel(String id) {
        this.id = id;
    }

    /** The file as a source of keys. */
    SourceId id() {
        return new SourceId(id);
    }

    static SettingsLevel of(SourceId id) {
        return id.value().equals(WORKSPACE.id) ? WORKSPACE : SYSTEM;
    }
}
