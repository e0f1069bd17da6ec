module com.example.leaver {
    requires wandb.auth.domain;

    provides wandb.auth.domain.spi.StoreProvider with
            com.example.leaver.LeaverProvider;
}
