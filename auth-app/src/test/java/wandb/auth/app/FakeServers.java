package wandb.auth.app;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

/** The servers that are configured. */
public final class FakeServers implements SdkSettingsRepository {

    public static final Location PLACE = new Location.Place("settings");
    /** The next runs are for {@link Given#HOST}. */
    public static final Parsed<Kept> KEPT = new Parsed.Valid<>(new Kept(
            List.of(PLACE),
            List.of(),
            new GivenSettings(new Parsed.Valid<>(Optional.empty()), Optional.of(Given.HOST))));

    public static final Parsed<Kept> FAILED = new Parsed.Invalid<>(PLACE, new Reason("It is read-only.", "Fix it."));

    private final Effects effects;
    private Optional<ConfiguredAddress> configured = Optional.empty();
    private Optional<Host> chosen = Optional.empty();
    private boolean isWritable = true;

    public FakeServers(Effects effects) {
        this.effects = effects;
    }

    /** A run without an option is for this one. */
    public void configure(ConfiguredAddress address) {
        configured = Optional.of(address);
    }

    public void hasChosen(Host host) {
        chosen = Optional.of(host);
    }

    /** It turns out that no server can be remembered. */
    public void cannotBeWritten() {
        isWritable = false;
    }

    public Optional<Host> chosen() {
        return chosen;
    }

    @Override
    public List<SourceId> sources() {
        return List.of();
    }

    @Override
    public SdkSettings read(Environment environment) {
        return new GivenSettings(new Parsed.Valid<>(configured), chosen);
    }

    @Override
    public Parsed<Kept> remember(Environment environment, SdkSettings before, Host host, Host unnamed) {
        effects.about("choose the server");
        if (!isWritable) {
            return FAILED;
        }
        chosen = Optional.of(host);
        return new Parsed.Valid<>(new Kept(List.of(PLACE), List.of(), read(environment)));
    }
}
