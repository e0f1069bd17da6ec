import org.jspecify.annotations.NullMarked;

/**
 * What the process's environment and the SDK's settings files say: credentials and the server; which SDK this shell would
 * use; and what shells have kept of keys that were typed.
 *
 * @provides wandb.auth.domain.spi.SourceProvider the source {@code environment}
 * @provides wandb.auth.domain.port.sdk.SdkSettingsRepository what {@code WANDB_BASE_URL} and the settings files say, and the
 *     change of the server in them, as the SDK makes it
 * @provides wandb.auth.domain.port.sdk.SdkLocator the SDK of the next {@code wandb} on PATH
 * @provides wandb.auth.domain.port.sdk.ProgramLocator every {@code wandb} on PATH, and whose it is
 * @provides wandb.auth.domain.port.sdk.SdkHook the hook that gives the SDK of a Python environment its key
 * @provides wandb.auth.domain.port.HealthCheck what is wrong in the settings files; keys in the histories of shells; a
 *     {@code wandb} on PATH that hides this program
 */
@NullMarked
module wandb.auth.settings {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.spi.SourceProvider with
            wandb.auth.settings.EnvironmentSourceProvider;
    provides wandb.auth.domain.port.sdk.SdkSettingsRepository with
            wandb.auth.settings.FileSdkSettings;
    provides wandb.auth.domain.port.sdk.SdkLocator with
            wandb.auth.settings.path.PathSdkLocator;
    provides wandb.auth.domain.port.sdk.ProgramLocator with
            wandb.auth.settings.path.PathProgramLocator;
    provides wandb.auth.domain.port.sdk.SdkHook with
            wandb.auth.settings.hook.PythonHook;
    provides wandb.auth.domain.port.HealthCheck with
            wandb.auth.settings.path.PathCheck,
            wandb.auth.settings.SettingsCheck,
            wandb.auth.settings.history.ShellHistoryCheck;
}
