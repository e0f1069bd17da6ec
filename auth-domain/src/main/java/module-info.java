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
    exports wandb.auth.domain.policy to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.config,
            wandb.auth.helper,
            wandb.auth.plugins;
    exports wandb.auth.domain.port to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.config,
            wandb.auth.helper,
            wandb.auth.http,
            wandb.auth.netrc,
            wandb.auth.plugins,
            wandb.auth.settings;
    exports wandb.auth.domain.port.account to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.config,
            wandb.auth.netrc,
            wandb.auth.settings;
    exports wandb.auth.domain.port.configuration to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.config,
            wandb.auth.http,
            wandb.auth.netrc,
            wandb.auth.plugins,
            wandb.auth.settings;
    exports wandb.auth.domain.port.sdk to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.netrc,
            wandb.auth.settings;
    exports wandb.auth.domain.port.server to
            wandb.auth.app,
            wandb.auth.cli,
            wandb.auth.http;
}
