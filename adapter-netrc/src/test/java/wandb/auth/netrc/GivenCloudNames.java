package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.InstalledSdk.Version;

/** The public cloud's names as a given SDK asks for them. */
final class GivenCloudNames extends CloudNames {

    /** A search for the SDK is an error. */
    static final CloudNames NEVER_ASKED = new CloudNames() {
        @Override
        Optional<InstalledSdk> sdk(Environment environment) {
            throw new IllegalStateException("PATH was searched");
        }
    };

    private final String version;
    private final String configured;

    private GivenCloudNames(String version, String configured) {
        this.version = version;
        this.configured = configured;
    }

    /**
     * Those of a shell.
     *
     * @param version its SDK; without one if empty
     * @param configured the server of its settings; none if empty
     */
    static CloudNames of(String version, String configured) {
        return new GivenCloudNames(version, configured);
    }

    @Override
    Optional<InstalledSdk> sdk(Environment environment) {
        String[] numbers = version.split("\\.", -1);
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(new InstalledSdk(
                        new Version(number(numbers[0]), number(numbers[1]), number(numbers[2])),
                        Path.of("site-packages")));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    Optional<ConfiguredAddress> configured(Environment environment) {
        return configured.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfiguredAddress(
                        configured, HostOrigin.SYSTEM_SETTINGS, new Location.Place("the settings")));
    }
}
