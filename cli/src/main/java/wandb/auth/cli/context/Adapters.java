package wandb.auth.cli.context;

import java.util.ServiceLoader;

/** Where the sources, stores and ports come from: the modules of this program. The class path, where there is nothing, is not searched. */
public class Adapters {

    /** Those that implement the interface, each made when it is come to. */
    public <T> Iterable<T> of(Class<T> type) {
        return ServiceLoader.load(ModuleLayer.boot(), type);
    }
}
