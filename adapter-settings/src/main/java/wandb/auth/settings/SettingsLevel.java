package wandb.auth.settings;

/** The two settings files of the SDK. What the workspace's says beats what the system's says. */
enum SettingsLevel {
    /** The file of the working directory, which may be part of somebody's repository. */
    WORKSPACE,
    /** The user's own file. */
    SYSTEM
}
