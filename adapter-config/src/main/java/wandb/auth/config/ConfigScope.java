package wandb.auth.config;

/** Who writes an {@code auth.ini}. */
enum ConfigScope {
    ADMINISTRATOR,
    USER
}
