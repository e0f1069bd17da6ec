module com.example.corp {
    requires wandb.auth.domain;

    provides wandb.auth.domain.spi.StoreProvider with
            com.example.corp.CorpProvider;
}
