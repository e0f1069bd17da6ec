import org.jspecify.annotations.NullMarked;

/**
 * The netrc file as a source and a store.
 *
 * @provides wandb.auth.domain.spi.StoreProvider the store {@code netrc}
 * @provides wandb.auth.domain.port.account.ProfileSwitcher which profile other readers of the file find
 * @provides wandb.auth.domain.port.NetrcFormat the reading of netrc text that is in no file
 * @provides wandb.auth.domain.port.sdk.SdkNetrc which key the Python SDK takes from the file
 * @uses wandb.auth.domain.port.sdk.SdkLocator which SDK this shell would use
 * @uses wandb.auth.domain.port.sdk.SdkSettingsRepository which server it is configured for
 * @provides wandb.auth.domain.port.HealthCheck who can get at the file, and what its readers disagree on
 */
@NullMarked
module wandb.auth.netrc {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    uses wandb.auth.domain.port.sdk.SdkLocator;
    uses wandb.auth.domain.port.sdk.SdkSettingsRepository;

    provides wandb.auth.domain.port.sdk.SdkNetrc with
            wandb.auth.netrc.SdkNetrcReader;
    provides wandb.auth.domain.spi.StoreProvider with
            wandb.auth.netrc.NetrcStoreProvider;
    provides wandb.auth.domain.port.account.ProfileSwitcher with
            wandb.auth.netrc.NetrcProfileSwitcher;
    provides wandb.auth.domain.port.NetrcFormat with
            wandb.auth.netrc.NetrcTextReader;
    provides wandb.auth.domain.port.HealthCheck with
            wandb.auth.netrc.NetrcCheck;
}
