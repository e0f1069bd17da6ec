module com.example.angry {
    requires wandb.auth.domain;

    provides wandb.auth.domain.spi.StoreProvider with
            com.example.angry.AngryProvider;
}
