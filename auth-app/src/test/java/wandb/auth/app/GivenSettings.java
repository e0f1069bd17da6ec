package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.SdkSettings;

/**
 * Settings files that name these servers and hold no key.
 *
 * @param rejection what the SDK rejects in them
 */
public record GivenSettings(
        Parsed<Optional<ConfiguredAddress>> server, Optional<Host> chosen, Optional<Complaint> rejection)
        implements SdkSettings {

    public static final GivenSettings NONE =
            new GivenSettings(new Parsed.Valid<>(Optional.empty()), Optional.empty(), Optional.empty());

    /** Those that the SDK takes. */
    public GivenSettings(Parsed<Optional<ConfiguredAddress>> server, Optional<Host> chosen) {
        this(server, chosen, Optional.empty());
    }

    @Override
    public Finding key(SourceId source, Host host) {
        return new Finding(new Location.Place(source.value()), Given.absent());
    }

    @Override
    public boolean isBroken(SourceId source) {
        return false;
    }
}
