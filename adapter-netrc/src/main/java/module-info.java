import org.jspecify.annotations.NullMarked;

/**
 * The netrc file as a source and a store.
 *
 * @provides wandb.auth.domain.spi.StoreProvider the store {@code netrc}
 */
@NullMarked
module wandb.auth.netrc {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.spi.StoreProvider with
            wandb.auth.netrc.NetrcStoreProvider;
}
