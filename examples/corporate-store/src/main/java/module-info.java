/**
 * The company's locker as a store.
 *
 * @provides wandb.auth.domain.spi.StoreProvider the store {@code locker}
 */
module com.example.locker {
    requires wandb.auth.domain;

    provides wandb.auth.domain.spi.StoreProvider with
            com.example.locker.LockerStoreProvider;
}
