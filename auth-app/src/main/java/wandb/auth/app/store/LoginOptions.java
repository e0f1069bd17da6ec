package wandb.auth.app.store;

/**
 * How a login is to be done.
 *
 * @param verification whether the server is asked first
 * @param choosesServer whether later runs are to be for this server, those of the SDK too
 * @param keepsPlaintext whether an entry of the netrc file that the saved key replaces stays
 */
public record LoginOptions(Verification verification, boolean choosesServer, boolean keepsPlaintext) {

    /** Whether the server is asked before a key is saved. */
    public enum Verification {
        /** Only if the policy requires it. */
        AS_REQUIRED,
        /** Yes. */
        WANTED,
        /** Yes, even if that means sending the key unencrypted. */
        WANTED_ALSO_UNENCRYPTED,
        /** No; if the policy requires it, nothing is saved. */
        UNWANTED;

        public boolean isWanted() {
            return this == WANTED || this == WANTED_ALSO_UNENCRYPTED;
        }
    }
}
