import org.jspecify.annotations.NullMarked;

/** Replacing a file that other programs use too, whole or not at all, and who else could change one. */
@NullMarked
module wandb.auth.files {
    requires static org.jspecify; // annotations only: nothing is needed at run time

    exports wandb.auth.files;
    exports wandb.auth.files.ownership;
    exports wandb.auth.files.ini;
}
