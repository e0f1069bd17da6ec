package wandb.auth.domain.spi;

/**
 * Whether a person may be asked for something, for instance to unlock a keychain.
 *
 * @since 0.1
 */
public enum Interaction {
    ALLOWED,
    NONE
}
