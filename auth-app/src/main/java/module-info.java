import org.jspecify.annotations.NullMarked;

/** The use cases: log in, show the status, hand out the key. */
@SuppressWarnings("module") // the module that is named here is not there yet when this one is compiled
@NullMarked
module wandb.auth.app {
    requires transitive wandb.auth.domain;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.app to
            wandb.auth.cli;
}
