import org.jspecify.annotations.NullMarked;

/** The values of a login and the interfaces that credential sources and stores implement; no input or output. */
@NullMarked
module wandb.auth.domain {
    requires static transitive org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.domain;
    exports wandb.auth.domain.spi;
}
