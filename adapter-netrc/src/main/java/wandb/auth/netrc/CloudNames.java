package wandb.auth.netrc;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.port.ConfiguredAddress;
import wandb.auth.domain.port.InstalledSdk;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.SdkLocator;
import wandb.auth.domain.port.SdkSettingsRepository;
import wandb.auth.netrc.NetrcNode.Entry;

/**
 * Which of the public cloud's two names counts in a file where their entries hold different keys: the one that the Python SDK
 * of this shell asks for first. From 0.31 on that is its own default, unless somebody configured the documented name.
 */
final class CloudNames {

    private static final Host SECOND_NAME =
            Host.parse("https://" + Host.PUBLIC_CLOUD.machines().getLast());

    private final Function<Environment, Optional<InstalledSdk>> sdk;
    private final Function<Environment, Optional<ConfiguredAddress>> configured;

    /**
     * Asks these, and only where it matters: a search of PATH is slow.
     *
     * @param sdk tells the SDK of this shell
     * @param configured tells the server that is configured
     */
    CloudNames(
            Function<Environment, Optional<InstalledSdk>> sdk,
            Function<Environment, Optional<ConfiguredAddress>> configured) {
        this.sdk = sdk;
        this.configured = configured;
    }

    /** Asks what is installed here. */
    static CloudNames installed() {
        return new CloudNames(CloudNames::locate, CloudNames::configured);
    }

    /** The server under the name that counts in the file. */
    Host in(NetrcDocument document, Host host, Environment environment) {
        return host.equals(Host.PUBLIC_CLOUD) && isDivided(document) ? asSdkAsks(host, environment) : host;
    }

    /** The server under the name that the SDK of this shell asks for first. */
    Host asSdkAsks(Host host, Environment environment) {
        if (!host.equals(Host.PUBLIC_CLOUD)
                || sdk.apply(environment).filter(InstalledSdk::asksForBothCloudNames).isEmpty()) {
            return host;
        }
        return configured.apply(environment).flatMap(CloudNames::host).filter(Host.PUBLIC_CLOUD::equals).isPresent()
                ? host
                : SECOND_NAME;
    }

    /** The last entry of each name is the one that counts. */
    private static boolean isDivided(NetrcDocument document) {
        Optional<Entry> documented = last(document, Host.PUBLIC_CLOUD.machine());
        Optional<Entry> second = last(document, SECOND_NAME.machine());
        return documented.isPresent()
                && second.isPresent()
                && !documented.get().password().equals(second.get().password());
    }

    /** The entry that the SDK takes for the name. */
    static Optional<Entry> last(NetrcDocument document, String machine) {
        Entry last = null;
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && !entry.isDefault() && entry.machine().equals(machine)) {
                last = entry;
            }
        }
        return Optional.ofNullable(last);
    }

    private static Optional<InstalledSdk> locate(Environment environment) {
        for (SdkLocator locator : ServiceLoader.load(SdkLocator.class)) {
            return locator.locate(environment);
        }
        return Optional.empty();
    }

    private static Optional<ConfiguredAddress> configured(Environment environment) {
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
