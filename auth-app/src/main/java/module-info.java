import org.jspecify.annotations.NullMarked;

/** The use cases: log in, show the status, hand out the key. */
@SuppressWarnings("module") // the module that is named here is not there yet when this one is compiled
@NullMarked
module wandb.auth.app {
    requires transitive wandb.auth.domain;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.app.account to
            wandb.auth.cli;
    exports wandb.auth.app.doctor to
            wandb.auth.cli;
    exports wandb.auth.app.login to
            wandb.auth.cli;
    exports wandb.auth.app.logout to
            wandb.auth.cli;
    exports wandb.auth.app.lookup to
            wandb.auth.cli;
    exports wandb.auth.app.migrate to
            wandb.auth.cli;
    exports wandb.auth.app.profile to
            wandb.auth.cli;
    exports wandb.auth.app.setup to
            wandb.auth.cli;
    exports wandb.auth.app.status to
            wandb.auth.cli;
    exports wandb.auth.app.store to
            wandb.auth.cli;
    exports wandb.auth.app.token to
            wandb.auth.cli;
}
