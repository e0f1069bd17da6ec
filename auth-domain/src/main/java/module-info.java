import org.jspecify.annotations.NullMarked;

/**
 * The values of a login and the interfaces that credential sources and stores implement; no input or output. The packages
 * {@code json} and {@code port} are for the modules of this project, which are named: no promise to anybody else.
 */
@NullMarked
@SuppressWarnings("module") // modules that need this one are compiled after it
module wandb.auth.domain {
    requires static transitive org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.domain;
    exports wandb.auth.domain.spi;
    exports wandb.auth.domain.json to
            wandb.auth.cli,
            wandb.auth.config,
            wandb.auth.helper;
    exports wandb.auth.domain.port to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.config,
            wandb.auth.settings;
}
