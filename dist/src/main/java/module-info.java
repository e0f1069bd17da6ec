import org.jspecify.annotations.NullMarked;

/** Builds the self-contained image: the modules, the part of the JDK that they need, the class cache and the launcher. */
@NullMarked
module wandb.auth.dist {
    requires jdk.httpserver; // answers the rehearsal of what is asked of servers
    requires static org.jspecify; // annotations only: nothing is needed at run time
}
