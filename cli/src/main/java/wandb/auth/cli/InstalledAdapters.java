package wandb.auth.cli;

import java.util.ServiceLoader;

/** What the modules of this program provide; the class path, where there is nothing, is not searched. */
final class InstalledAdapters implements Adapters {

    @Override
    public <T> Iterable<T> of(Class<T> type) {
        return ServiceLoader.load(ModuleLayer.boot(), type);
    }
}
