import org.jspecify.annotations.NullMarked;

/**
 * The keychain of the operating system as a store: the Secret Service on Linux, the Keychain of macOS, the Credential
 * Manager of Windows.
 *
 * @provides wandb.auth.domain.spi.StoreProvider the store {@code keyring}
 */
@NullMarked
@SuppressWarnings("requires-automatic") // the image is linked with descriptors that its builder writes for them
module wandb.auth.keyring {
    requires jdk.net; // tells who listens at a socket
    requires org.freedesktop.dbus;
    requires org.freedesktop.dbus.transport.jre; // found as a service by the one above
    requires org.slf4j.nop; // keeps the libraries silent
    requires wandb.auth.domain;
    requires static java.keyring; // Windows only: the image has it there
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.spi.StoreProvider with
            wandb.auth.keyring.KeyringStoreProvider;
}
