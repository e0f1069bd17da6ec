import org.jspecify.annotations.NullMarked;

/**
 * Builds the self-contained image, which is the modules, the part of the JDK that they need, the class cache and the
 * launcher; and the packages that bring it to people.
 */
@NullMarked
module wandb.auth.dist {
    requires org.freedesktop.dbus; // plays the keychain of the rehearsal
    requires jdk.httpserver; // answers the rehearsal of what is asked of servers
    requires static org.jspecify; // annotations only: nothing is needed at run time
    requires static com.fasterxml.jackson.databind; // what builds the packages needs it, not what builds the image
    requires static org.apache.commons.compress; // the same; it is not on the module path that the image is linked from
}
