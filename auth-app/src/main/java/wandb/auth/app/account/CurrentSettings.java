package wandb.auth.app.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wandb.auth.app.Messages;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/** What the SDK's settings files say: read when it is first needed, and then as a change of ours leaves it. */
public final class CurrentSettings implements Supplier<SdkSettings> {

    private final SdkSettingsRepository repository;
    private final Environment environment;
    private @Nullable SdkSettings current;
    private boolean isServerNamed;

    /** The settings of this process. */
    public CurrentSettings(SdkSettingsRepository repository, Environment environment) {
        this.repository = repository;
        this.environment = environment;
    }

    @Override
    public SdkSettings get() {
        SdkSettings present = current;
        if (present == null) {
            present = repository.read(environment);
            current = present;
        }
        return present;
    }

    /** The environment, with what the user's settings say of the way to servers where no variable does. */
    public Environment environmentOfServers() {
        Map<String, String> variables = new HashMap<>(get().connection());
        variables.putAll(environment.variables());
        return new Environment(
                variables,
                environment.home(),
                environment.workingDirectory(),
                environment.operatingSystem(),
                environment.terminal());
    }

    /**
     * The command line names the server. A file that nobody can make sense of is then passed over as a source of keys; without
     * this the server itself may stand in it, and the run ends.
     */
    public void serverIsNamed() {
        isServerNamed = true;
    }

    /** The files as sources of keys, in the order in which they are asked. */
    public List<SourceHandle> sources() {
        List<SourceHandle> sources = new ArrayList<>();
        for (SourceId id : sourceIds()) {
            sources.add(new SourceHandle(id, new SettingsSource(this, id)));
        }
        return sources;
    }

    /** The ids of these. */
    public List<SourceId> sourceIds() {
        return repository.sources();
    }

    /** Chooses the server for later runs, of which {@code unnamed} is that of a run for which nothing names one. */
    Parsed<Kept> choose(Host host, Host unnamed) {
        Parsed<Kept> remembered = repository.remember(environment, get(), host, unnamed);
        if (remembered instanceof Parsed.Valid<Kept> kept) {
            current = kept.value().now();
        }
        return remembered;
    }

    /** Takes the option that has no effect any more out of the user's file; empty if it is not there. */
    Optional<Parsed<Kept>> removeAnonymous() {
        Optional<Parsed<Kept>> removed = repository.removeAnonymous(environment, get());
        if (removed.isPresent() && removed.get() instanceof Parsed.Valid<Kept> kept) {
            current = kept.value().now();
        }
        return removed;
    }

    /** The {@code api_key} of one file. */
    private record SettingsSource(CurrentSettings settings, SourceId id) implements CredentialSource {

        @Override
        public Protection protection() {
            return Protection.PLAINTEXT;
        }

        @Override
        public Finding find(Query query) {
            SdkSettings said = settings.get();
            Finding finding = said.key(id, query.account().host());
            return settings.isServerNamed && said.isBroken(id) && finding.outcome() instanceof Outcome.Unusable unusable
                    ? new Finding(finding.location(), passedOver(unusable))
                    : finding;
        }

        private static Outcome passedOver(Outcome.Unusable unusable) {
            return new Outcome.Skipped(Rule.builtIn(Messages.SKIPPED_WHERE_SERVER_IS_NAMED + unusable.reason()));
        }
    }
}
