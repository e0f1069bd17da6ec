package wandb.auth.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.DynamicStoreProvider.Approval;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.StoreConfig;

/** A machine with plugins, made for one test. */
final class GivenPlugin {

    static final ApiKey KEY = ApiKey.parse("0123456789abcdef0123456789abcdef01234567");
    static final Approval ANYTHING = (kind, sha256) -> Optional.empty();

    /** However long a busy machine takes. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final String MODULE = """
            module corp.NAME {
                requires wandb.auth.domain;
                REQUIRED
                provides wandb.auth.domain.spi.StoreProvider with corp.NAME.Provider;
            }
            """;

    private static final String PROVIDER = """
            package corp.NAME;
            import wandb.auth.domain.*;
            import wandb.auth.domain.spi.*;
            public final class Provider implements StoreProvider {
                public SourceId id() { return new SourceId("NAME"); }
                public CredentialStore open(Environment environment, StoreConfig section) { return new Store(); }
            }
            """;

    private static final String STORE = """
            package corp.NAME;
            import java.util.*;
            import wandb.auth.domain.*;
            import wandb.auth.domain.spi.*;
            final class Store implements CredentialStore {
                private final Map<Account, ApiKey> keys = new HashMap<>();
                private final Location here = new Location.Place("the safe");
                private Revision revision(ApiKey key) { return Revision.of(key.reveal()); }
                public Protection protection() { return Protection.REMOTE; }
                public Availability availability(Deadline deadline) { return new Availability.Usable(); }
                public Finding find(Query query) {
                    FINDING
                    ApiKey key = keys.get(query.account());
                    return new Finding(here, key == null ? new Outcome.Absent() : new Outcome.Found(key, revision(key)));
                }
                public Saved save(Query query, ApiKey key, Precondition expected) {
                    SAVING
                    keys.put(query.account(), key);
                    return new Saved.Stored(here, revision(key), List.of());
                }
                public Erased erase(Query query, Precondition expected) {
                    return keys.remove(query.account()) == null ? new Erased.Nothing(here) : new Erased.Gone(here);
                }
            }
            """;

    private final Path system;
    private final Path home;
    private final Workshop workshop;
    private Map<String, String> variables = Map.of();

    GivenPlugin(Path folder) throws IOException {
        Path real = folder.toRealPath();
        system = Files.createDirectories(real.resolve("lib/plugins"));
        home = Files.createDirectories(real.resolve("home"));
        workshop = new Workshop(Files.createDirectories(real.resolve("workshop")));
    }

    Workshop workshop() {
        return workshop;
    }

    Path systemFolder() {
        return system;
    }

    Path usersFolder() {
        return home.resolve(".config/wandb/plugins");
    }

    void variable(String name, String value) {
        variables = Map.of(name, value);
    }

    /** The sources of a plugin whose store keeps keys in memory; what it does first in two of its methods may be added. */
    static Map<String, String> sources(String name, String required, String beforeFinding, String beforeSaving) {
        return new HashMap<>(Map.of(
                "module-info.java",
                MODULE.replace("NAME", name).replace("REQUIRED", required),
                "corp/" + name + "/Provider.java",
                PROVIDER.replace("NAME", name),
                "corp/" + name + "/Store.java",
                STORE.replace("NAME", name).replace("FINDING", beforeFinding).replace("SAVING", beforeSaving)));
    }

    static Map<String, String> sources(String name) {
        return sources(name, "", "", "");
    }

    /** Puts jars into the plugin's folder. */
    void install(Path folder, Path... jars) throws IOException {
        Files.createDirectories(folder);
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName().toString()));
        }
    }

    void installs(String name, Map<String, String> sources, Path... libraries) throws IOException {
        install(system.resolve(name), workshop.jar(name + ".jar", sources, libraries));
        install(system.resolve(name), libraries);
    }

    Environment environment() {
        Terminal none = new Terminal(false, false, false);
        return new Environment(variables, Optional.of(home), home, OperatingSystem.LINUX, none);
    }

    StoreLookup opening(String name, Approval approval) {
        return new PluginCatalog(system, PATIENCE, () -> {}).open(new SourceId(name), environment(), StoreConfig.EMPTY, approval);
    }

    CredentialStore store(String name) {
        return (CredentialStore) source(name);
    }

    CredentialSource source(String name) {
        return switch (opening(name, ANYTHING)) {
            case StoreLookup.Opened opened -> opened.source();
            case StoreLookup other -> throw new AssertionError(other.toString());
        };
    }

    String problem(String name) {
        return switch (opening(name, ANYTHING)) {
            case StoreLookup.Broken broken -> broken.reason().problem();
            case StoreLookup other -> other.toString();
        };
    }

    Set<SourceId> names() {
        return Set.copyOf(new PluginCatalog(system, PATIENCE, () -> {}).ids(environment(), Set.of()));
    }

    static Query query() {
        return query(PATIENCE);
    }

    static Query query(Duration patience) {
        Account account = new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT);
        return new Query(account, Interaction.NONE, Deadline.after(patience, System.nanoTime()));
    }

    static String unusable(CredentialSource source, Query query) {
        return source.find(query).outcome() instanceof Outcome.Unusable unusable
                ? unusable.reason().problem()
                : source.find(query).outcome().toString();
    }
}
