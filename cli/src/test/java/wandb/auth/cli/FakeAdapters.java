package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerSettings;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreProvider;

/** A source {@code environment} with a prepared answer, a store {@code netrc} in memory, and the ports. */
final class FakeAdapters implements Adapters {

    static final Location SETTINGS = new Location.Place("the settings");

    private final FakeStore store = new FakeStore();
    private Finding variable = new Finding(new Location.Variable("WANDB_API_KEY"), new Outcome.Absent());
    private Optional<InstalledSdk> sdk = Optional.empty();
    private int asked;
    private Optional<Host> remembered = Optional.empty();
    private Optional<ServerMemory.Failed> memoryFails = Optional.empty();

    FakeStore store() {
        return store;
    }

    /** The source {@code environment} answers this. */
    void variableGives(Finding finding) {
        variable = finding;
    }

    void sdkIs(InstalledSdk installed) {
        sdk = Optional.of(installed);
    }

    /** Remembering a server fails so, without an obstacle that could be seen before. */
    void rememberingFails(ServerMemory.Failed failed) {
        memoryFails = Optional.of(failed);
    }

    /** How often anybody asked where a server or a credential is configured, which may open files. */
    int timesAsked() {
        return asked;
    }

    @Override
    public <T> Iterable<T> of(Class<T> type) {
        List<T> adapters = new ArrayList<>();
        for (Object adapter : List.of(new Variable(), new Memory(), new BaseUrl(), new Servers(), locator())) {
            if (type.isInstance(adapter)) {
                adapters.add(type.cast(adapter));
            }
        }
        return adapters;
    }

    private SdkLocator locator() {
        return environment -> sdk;
    }

    private final class Variable implements SourceProvider, CredentialSource {

        @Override
        public SourceId id() {
            return new SourceId("environment");
        }

        @Override
        public CredentialSource open(Environment environment, Section section) {
            return this;
        }

        @Override
        public Protection protection() {
            return Protection.PLAINTEXT;
        }

        @Override
        public Finding find(Query query) {
            asked++;
            return variable;
        }
    }

    private final class Memory implements StoreProvider {

        @Override
        public SourceId id() {
            return new SourceId("netrc");
        }

        @Override
        public CredentialStore open(Environment environment, Section section) {
            return store;
        }
    }

    private final class BaseUrl implements ServerSettings {

        @Override
        public Configured address(Environment environment) {
            asked++;
            Optional<Configured> variable = environment
                    .variable("WANDB_BASE_URL")
                    .map(text ->
                            new ConfiguredAddress(text, HostOrigin.VARIABLE, new Location.Variable("WANDB_BASE_URL")));
            return variable.or(() -> remembered.map(
                            host -> new ConfiguredAddress(host.url(), HostOrigin.SYSTEM_SETTINGS, SETTINGS)))
                    .orElseGet(NotConfigured::new);
        }
    }

    private final class Servers implements ServerMemory {

        @Override
        public Optional<Failed> obstacle(Environment environment, Host host) {
            return Optional.empty();
        }

        @Override
        public Remembered remember(Environment environment, Host host) {
            if (memoryFails.isPresent()) {
                return memoryFails.get();
            }
            boolean known = remembered.equals(Optional.of(host));
            remembered = Optional.of(host);
            return new Kept(known ? List.of() : List.of(SETTINGS));
        }
    }
}
