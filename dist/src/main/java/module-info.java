import org.jspecify.annotations.NullMarked;

/**
 * Builds the self-contained image, which is the modules, the part of the JDK that they need, the class cache and the
 * launcher; and the packages that bring it to people.
 *
 * @uses wandb.auth.domain.spi.StoreProvider the stores that completion scripts offer
 */
@NullMarked
module wandb.auth.dist {
    requires wandb.auth.cli;
    requires wandb.auth.domain;
    requires info.picocli; // the options of the commands
    requires org.freedesktop.dbus; // the keychain of the training run
    requires jdk.httpserver; // the servers of the training run
    requires static org.jspecify; // annotations only: nothing is needed at run time
    requires static com.fasterxml.jackson.databind; // what builds the packages needs it, not what builds the image
    requires static org.apache.commons.compress; // the same; it is not among what the image is linked from

    uses wandb.auth.domain.spi.StoreProvider;
}
