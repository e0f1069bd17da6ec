package wandb.auth.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by one that is loaded as a plugin is and that this program looks at again. */
class PluginContractIT extends CredentialStoreContract {

    private static final Path SOURCES = Path.of("src", "test", "resources", "plugins", "cellar");

    @TempDir
    static Path machine;

    private static Path plugins;

    @TempDir
    private Path home;

    private Path cellar;

    @BeforeAll
    static void build() throws IOException {
        Path real = machine.toRealPath();
        plugins = Files.createDirectory(real.resolve("plugins"));
        Path jar = new Workshop(Files.createDirectory(real.resolve("workshop"))).jar("cellar.jar", sources());
        Files.copy(jar, Files.createDirectory(plugins.resolve("cellar")).resolve("cellar.jar"));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(SOURCES.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    @BeforeEach
    void dig() throws IOException {
        cellar = Files.createDirectory(home.resolve("cellar"));
    }

    @Override
    protected StoreProvider provider() {
        return new CatalogProvider(plugins, new SourceId("cellar"));
    }

    @Override
    protected Surroundings usable() {
        return with(Map.of("folder", cellar.toString()));
    }

    @Override
    protected Surroundings unavailable() {
        return with(Map.of("folder", home.resolve("none").toString()));
    }

    /** It ignores interrupts too. */
    @Override
    protected Optional<Surroundings> silent() {
        return Optional.of(with(Map.of("silent", "yes")));
    }

    /** The plugin is of this process; of a jar that another process loads {@code PluginIT} has whole runs. */
    @Override
    protected boolean isSharedWithOtherProcesses() {
        return false;
    }

    private Surroundings with(Map<String, String> settings) {
        return Surroundings.of(home, Map.of(), settings);
    }
}
