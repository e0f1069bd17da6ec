package wandb.auth.cli.context;

import java.util.ServiceLoader;

/** What the modules of this program provide; the class path, where there is nothing, is not searched. */
public final class InstalledAdapters implements Adapters {

    @Override
    public <T> Iterable<T> of(Class<T> type) {
        return ServiceLoader.load(ModuleLayer.boot(), type);
    }
}
