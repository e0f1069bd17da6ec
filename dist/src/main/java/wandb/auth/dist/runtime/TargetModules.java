package wandb.auth.dist.runtime;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;

/** The modules of the JDK that an image is linked from. */
public record TargetModules(Platform platform, Path folder) {

    public boolean has(String module) {
        return ModuleFinder.of(folder.resolve(module + ".jmod")).find(module).isPresent();
    }
}
