package wandb.auth.helper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Opens the section of a command as the catalog does it. */
public final class CommandProvider implements StoreProvider {

    /** The name of a program that is gone when it is to be run. */
    static final String LEAVING = "leaving";

    @Override
    public SourceId id() {
        return new SourceId("command:keeper");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        StoreConfig settings = section.settings().isEmpty() ? new StoreConfig(settings("/bin/true")) : section;
        StoreLookup opening =
                new ProgramCatalog(List::of).open(id(), environment, settings, (kind, digest) -> Optional.empty());
        Path program = Path.of(section.settings().getOrDefault("command", "").split(" ", -1)[0]);
        if (program.endsWith(LEAVING)) {
            remove(program);
        }
        if (opening instanceof StoreLookup.Opened opened && opened.source() instanceof CredentialStore store) {
            return store;
        }
        throw new IllegalArgumentException(String.valueOf(opening));
    }

    private static void remove(Path program) {
        try {
            Files.deleteIfExists(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a program that reads, saves and erases as its first argument says. */
    static Map<String, String> settings(String program) {
        return Map.of(
                "command", program + " read {host} {profile}",
                "save", program + " save {host} {profile}",
                "erase", program + " erase {host} {profile}",
                "absent", "44");
    }
}
