import org.jspecify.annotations.NullMarked;

/**
 * The command line: reads the arguments, asks the use cases and tells what came of it.
 *
 * @uses wandb.auth.domain.spi.SourceProvider the sources that credentials are looked up in
 * @uses wandb.auth.domain.spi.StoreProvider the stores that keys are saved to
 * @uses wandb.auth.domain.ServerSettings where the server is configured
 * @uses wandb.auth.domain.ServerMemory where the choice of a server is kept
 * @uses wandb.auth.domain.SdkLocator which SDK this shell would use
 */
@NullMarked
module wandb.auth.cli {
    requires wandb.auth.app;
    requires info.picocli;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    uses wandb.auth.domain.spi.SourceProvider;
    uses wandb.auth.domain.spi.StoreProvider;
    uses wandb.auth.domain.ServerSettings;
    uses wandb.auth.domain.ServerMemory;
    uses wandb.auth.domain.SdkLocator;
}
