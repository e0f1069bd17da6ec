import org.jspecify.annotations.NullMarked;

/** The contract of a store as tests: an author extends one class and runs it. */
@NullMarked
module wandb.auth.testkit {
    requires transitive org.junit.jupiter.api;
    requires transitive wandb.auth.domain;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.testkit;

    opens wandb.auth.testkit to
            org.junit.platform.commons; // the tests are not public
}
