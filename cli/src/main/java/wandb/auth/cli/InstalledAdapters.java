package wandb.auth.cli;

import java.util.ServiceLoader;

/** What the modules of this program provide. */
final class InstalledAdapters implements Adapters {

    @Override
    public <T> Iterable<T> of(Class<T> type) {
        return ServiceLoader.load(type);
    }
}
