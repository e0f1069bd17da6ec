import org.jspecify.annotations.NullMarked;

/** The use cases: log in, show the status, hand out the key. */
@NullMarked
module wandb.auth.app {
    requires transitive wandb.auth.domain;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.app;
}
