package wandb.auth.app.account;

import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.app.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.SdkSettings;

/**
 * Chooses the server: the command line, else what is configured, else the policy's, else the public cloud.
 *
 * @param settings read only if the command line names no server
 * @param defaultHost the server of everybody who names none; empty if that is the public cloud
 */
public record HostSelection(Supplier<SdkSettings> settings, Optional<Configured<Host>> defaultHost) {

    /** The server of a run for which nothing names one. */
    public HostChoice unnamed() {
        return defaultHost.isPresent()
                ? new HostChoice(
                        defaultHost.get().value(),
                        HostOrigin.POLICY,
                        defaultHost.get().setAt())
                : new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.DEFAULT, Optional.empty());
    }

    /** The server at an address that an option gives, whatever is configured. */
    public static Parsed<HostChoice> named(String address, Location option) {
        return parse(address, HostOrigin.OPTION, Optional.empty(), option);
    }

    /**
     * The server at an address that a program asks for, and not its user: whoever named that address to the program has named
     * the server. What the program has read is what we read: it is named by whatever names it to us.
     */
    public Parsed<HostChoice> ofProgram(String address, Location option) {
        Parsed<HostChoice> asked = parse(address, HostOrigin.PROGRAM, Optional.empty(), option);
        return asked instanceof Valid<HostChoice> program
                        && configured() instanceof Valid<HostChoice> named
                        && named.value().host().isSameServer(program.value().host())
                ? new Valid<>(new HostChoice(
                        program.value().host(),
                        named.value().origin(),
                        named.value().location()))
                : asked;
    }

    /** The server that is configured, or why that is unknown. */
    public Parsed<HostChoice> configured() {
        return switch (settings.get().server()) {
            case Valid<Optional<ConfiguredAddress>> valid ->
                valid.value().isPresent() ? configured(valid.value().get()) : new Valid<>(unnamed());
            case Invalid<Optional<ConfiguredAddress>> invalid ->
                new Invalid<>(invalid.location(), Messages.unknownServer(invalid.reason()));
        };
    }

    private Parsed<HostChoice> configured(ConfiguredAddress address) {
        return parse(address.text(), origin(address), Optional.of(address.location()), address.location());
    }

    /** What names the server; a workspace's file that names the one that would be meant anyway is not to blame for it. */
    private HostOrigin origin(ConfiguredAddress address) {
        boolean isOfWorkspace =
                address.origin() == HostOrigin.WORKSPACE_SETTINGS || address.origin() == HostOrigin.DEFAULT;
        if (!isOfWorkspace || defaultHost.isEmpty() || settings.get().chosen().isPresent()) {
            return address.origin();
        }
        return isMeantAnyway(address) ? HostOrigin.POLICY : HostOrigin.WORKSPACE_SETTINGS;
    }

    private boolean isMeantAnyway(ConfiguredAddress address) {
        try {
            return Host.parse(address.text()).isSameServer(unnamed().host());
        } catch (InvalidHostException e) {
            return false;
        }
    }

    private static Parsed<HostChoice> parse(
            String text, HostOrigin origin, Optional<Location> location, Location written) {
        try {
            return new Valid<>(new HostChoice(Host.parse(text), origin, location));
        } catch (InvalidHostException e) {
            return new Invalid<>(written, new Reason(e.getMessage(), Messages.GIVE_API_ADDRESS));
        }
    }
}
