package wandb.auth.netrc;

import java.util.Optional;
import java.util.ServiceLoader;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkLocator;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

/**
 * Which of the public cloud's two names counts in a file where their entries hold different keys: the one that the Python SDK
 * of this shell asks for first. From 0.31 on that is its own default, unless somebody configured the documented name.
 */
class CloudNames {

    private static final String SECOND_NAME = Host.PUBLIC_CLOUD.machines().getLast();

    /** The public cloud under the name that counts in the file. */
    Host in(NetrcDocument document, Environment environment) {
        return isDivided(document) ? asSdkAsks(Host.PUBLIC_CLOUD, environment) : Host.PUBLIC_CLOUD;
    }

    /** The server under the name that the SDK of this shell asks for first. */
    Host asSdkAsks(Host host, Environment environment) {
        if (!host.equals(Host.PUBLIC_CLOUD)
                || sdk(environment).filter(InstalledSdk::asksForBothCloudNames).isEmpty()) {
            return host;
        }
        return configured(environment)
                        .flatMap(CloudNames::host)
                        .filter(Host.PUBLIC_CLOUD::equals)
                        .isPresent()
                ? host
                : Host.parse("https://" + SECOND_NAME);
    }

    /** The last entry of each name is the one that counts. */
    private static boolean isDivided(NetrcDocument document) {
        Optional<Entry> documented = document.last(Host.PUBLIC_CLOUD.machine());
        Optional<Entry> second = document.last(SECOND_NAME);
        return documented.isPresent()
                && second.isPresent()
                && !documented.get().password().equals(second.get().password());
    }

    /** The SDK of this shell: asked only where it matters, since a search of PATH is slow. */
    Optional<InstalledSdk> sdk(Environment environment) {
        for (SdkLocator locator : ServiceLoader.load(SdkLocator.class)) {
            return locator.locate(environment);
        }
        return Optional.empty();
    }

    /** The server that is configured. */
    Optional<ConfiguredAddress> configured(Environment environment) {
        for (SdkSettingsRepository settings : ServiceLoader.load(SdkSettingsRepository.class)) {
            return settings.read(environment).server() instanceof Valid<Optional<ConfiguredAddress>> valid
                    ? valid.value()
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Host> host(ConfiguredAddress address) {
        try {
            return Optional.of(Host.parse(address.text()));
        } catch (InvalidHostException e) {
            return Optional.empty();
        }
    }
}
