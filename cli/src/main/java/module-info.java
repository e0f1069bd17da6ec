import org.jspecify.annotations.NullMarked;

/**
 * The command line: reads the arguments, asks the use cases and reports the result.
 *
 * @uses wandb.auth.domain.spi.SourceProvider the sources that credentials are looked up in
 * @uses wandb.auth.domain.spi.StoreProvider the stores that keys are saved to
 * @uses wandb.auth.domain.port.DynamicStoreProvider the sources and stores whose names are not fixed
 * @uses wandb.auth.domain.port.configuration.ConfigurationRepository what the files auth.ini say
 * @uses wandb.auth.domain.port.sdk.SdkSettingsRepository what the settings files of the SDK say
 * @uses wandb.auth.domain.port.sdk.SdkLocator which SDK this shell would use
 * @uses wandb.auth.domain.port.sdk.ProgramLocator every {@code wandb} on PATH, and whose it is
 * @uses wandb.auth.domain.port.sdk.SdkHook the hook that gives the SDK of a Python environment its key
 * @uses wandb.auth.domain.port.account.ProfileSwitcher which profile other programs find
 * @uses wandb.auth.domain.port.sdk.SdkNetrc which key it takes from the netrc file
 * @uses wandb.auth.domain.port.AuditTrail where what is done is recorded
 * @uses wandb.auth.domain.port.server.CredentialVerifier asks the server whose key it is
 * @uses wandb.auth.domain.port.server.TokenExchange gets the access token for an identity token
 * @uses wandb.auth.domain.port.HealthCheck what is wrong on this machine
 */
@NullMarked
@SuppressWarnings("module") // the build's module is compiled after this one
module wandb.auth.cli {
    requires wandb.auth.app;
    requires info.picocli;
    requires jdk.unsupported; // signals: no other module of the JDK has them
    requires static org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.cli to
            wandb.auth.dist;
    exports wandb.auth.cli.command to
            wandb.auth.dist;

    uses wandb.auth.domain.spi.SourceProvider;
    uses wandb.auth.domain.spi.StoreProvider;
    uses wandb.auth.domain.port.DynamicStoreProvider;
    uses wandb.auth.domain.port.configuration.ConfigurationRepository;
    uses wandb.auth.domain.port.sdk.SdkSettingsRepository;
    uses wandb.auth.domain.port.sdk.SdkLocator;
    uses wandb.auth.domain.port.sdk.ProgramLocator;
    uses wandb.auth.domain.port.sdk.SdkHook;
    uses wandb.auth.domain.port.account.ProfileSwitcher;
    uses wandb.auth.domain.port.sdk.SdkNetrc;
    uses wandb.auth.domain.port.AuditTrail;
    uses wandb.auth.domain.port.server.CredentialVerifier;
    uses wandb.auth.domain.port.server.TokenExchange;
    uses wandb.auth.domain.port.HealthCheck;
}
