import org.jspecify.annotations.NullMarked;

/**
 * Programs outside this one that keep keys: credential helpers as stores, commands as sources.
 *
 * @uses wandb.auth.domain.port.NetrcFormat the reading of a command's output that is netrc text
 * @provides wandb.auth.domain.port.DynamicStoreProvider the stores {@code helper:NAME} and the sources {@code command:NAME}
 */
@NullMarked
module wandb.auth.helper {
    requires com.fasterxml.jackson.databind;
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    uses wandb.auth.domain.port.NetrcFormat;

    provides wandb.auth.domain.port.DynamicStoreProvider with
            wandb.auth.helper.ProgramCatalog;
}
