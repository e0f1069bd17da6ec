package wandb.auth.app.account;

import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.app.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.SdkSettings;

/** Chooses the server: the command line, else what is configured, else the policy's, else the public cloud. */
public final class HostSelection {

    private final Supplier<SdkSettings> settings;
    private final Optional<Configured<Host>> defaultHost;

    /**
     * Chooses by these settings, which are read only if the command line names no server.
     *
     * @param defaultHost the server of everybody who names none; empty if that is the public cloud
     */
    public HostSelection(Supplier<SdkSettings> settings, Optional<Configured<Host>> defaultHost) {
        this.settings = settings;
        this.defaultHost = defaultHost;
    }

    /** The server of a run for which nothing names one. */
    public HostChoice unnamed() {
        return defaultHost.isPresent()
                ? new HostChoice(
                        defaultHost.get().value(),
                        HostOrigin.POLICY,
                        defaultHost.get().setAt())
                : new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.DEFAULT, Optional.empty());
    }

    /** The server that the request leads to, or why there is none. */
    public Selected select(HostRequest request) {
        return switch (request) {
            case HostRequest.PublicCloud cloud ->
                chosen(new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.CLOUD_OPTION, Optional.empty()));
            case HostRequest.Address address -> parse(address.text(), HostOrigin.OPTION, Optional.empty());
            case HostRequest.OfProgram program ->
                ofProgram(parse(program.text(), HostOrigin.PROGRAM, Optional.empty()));
            case HostRequest.AsConfigured configured -> configured();
        };
    }

    /** What the program has read is what we read: it is named by whatever names it to us. */
    private Selected ofProgram(Selected asked) {
        return asked instanceof Selected.Chosen program
                        && configured() instanceof Selected.Chosen named
                        && named.choice().host().isSameServer(program.choice().host())
                ? chosen(new HostChoice(
                        program.choice().host(),
                        named.choice().origin(),
                        named.choice().location()))
                : asked;
    }

    private Selected configured() {
        return switch (settings.get().server()) {
            case Valid<Optional<ConfiguredAddress>> valid ->
                valid.value().isPresent() ? configured(valid.value().get()) : chosen(unnamed());
            case Invalid<Optional<ConfiguredAddress>> invalid ->
                new Selected.Invalid(Messages.unknownServer(invalid.location(), invalid.reason()));
        };
    }

    private Selected configured(ConfiguredAddress address) {
        return parse(address.text(), origin(address), Optional.of(address.location()));
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

    private static Selected parse(String text, HostOrigin origin, Optional<Location> location) {
        try {
            return chosen(new HostChoice(Host.parse(text), origin, location));
        } catch (InvalidHostException e) {
            String where = location.map(place -> place.text() + ": ").orElse("");
            return new Selected.Invalid(new Reason(where + e.getMessage(), Messages.GIVE_API_ADDRESS));
        }
    }

    private static Selected chosen(HostChoice choice) {
        return new Selected.Chosen(choice);
    }

    /** The server, or why there is none. */
    public sealed interface Selected {

        /**
         * A server.
         *
         * @param choice the server and how it came to be chosen
         */
        record Chosen(HostChoice choice) implements Selected {}

        /**
         * The address is invalid, or which one is meant is unknown.
         *
         * @param reason what is wrong with it, and where it was written
         */
        record Invalid(Reason reason) implements Selected {}
    }
}
