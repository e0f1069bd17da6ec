package wandb.auth.cli.context;

/** Where the sources, stores and ports come from. */
public interface Adapters {

    /** Those that implement the interface, each made when it is come to. */
    <T> Iterable<T> of(Class<T> type);
}
