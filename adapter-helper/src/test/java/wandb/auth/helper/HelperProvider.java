package wandb.auth.helper;

import java.nio.file.Path;
import java.util.List;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramFile;

/**
 * Opens a helper of that name as the catalog does it, but that the program was found already, in the folder of the settings:
 * it may be gone when it is to be run.
 */
record HelperProvider(String name) implements StoreProvider {

    @Override
    public SourceId id() {
        return new SourceId("helper:" + name);
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        Path folder = Path.of(section.settings().getOrDefault("folder", "/nowhere"));
        ProgramFile file = new ProgramFile(folder.resolve("docker-credential-" + name));
        return new HelperStore(id(), new Program(file, List.of(), environment), Protection.PLAINTEXT);
    }
}
