module com.example.cellar {
    requires wandb.auth.domain;

    provides wandb.auth.domain.spi.StoreProvider with
            com.example.cellar.CellarProvider;
}
