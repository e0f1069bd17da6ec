import org.jspecify.annotations.NullMarked;

/**
 * What the process's environment and the SDK's settings files say: credentials and the server; which SDK this shell would
 * use; and what shells have kept of keys that were typed.
 *
 * @provides wandb.auth.domain.spi.SourceProvider the sources {@code environment}, {@code workspace-settings} and {@code
 *     system-settings}
 * @provides wandb.auth.domain.ServerSettings the server that {@code WANDB_BASE_URL} or a settings file names
 * @provides wandb.auth.domain.ServerMemory the server in the settings files, as the SDK sets it
 * @provides wandb.auth.domain.SdkLocator the SDK of the next {@code wandb} on PATH
 * @provides wandb.auth.domain.HealthCheck what is wrong in the settings files; keys in the histories of shells
 */
@NullMarked
module wandb.auth.settings {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.spi.SourceProvider with
            wandb.auth.settings.EnvironmentSourceProvider,
            wandb.auth.settings.WorkspaceSettingsSourceProvider,
            wandb.auth.settings.SystemSettingsSourceProvider;
    provides wandb.auth.domain.ServerSettings with
            wandb.auth.settings.LayeredServerSettings;
    provides wandb.auth.domain.ServerMemory with
            wandb.auth.settings.SettingsServerMemory;
    provides wandb.auth.domain.SdkLocator with
            wandb.auth.settings.PathSdkLocator;
    provides wandb.auth.domain.HealthCheck with
            wandb.auth.settings.SettingsCheck,
            wandb.auth.settings.HistoryCheck;
}
