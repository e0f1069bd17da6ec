module com.example.deaf {
    requires wandb.auth.domain;

    provides wandb.auth.domain.spi.StoreProvider with
            com.example.deaf.DeafProvider;
}
