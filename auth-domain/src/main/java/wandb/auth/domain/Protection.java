package wandb.auth.domain;

/**
 * How well a source keeps the secret at rest, weakest first.
 *
 * @since 0.1
 */
public enum Protection {
    /** Readable by whoever can read the file or the process; also where nobody vouches for more. */
    PLAINTEXT,
    /** Encrypted on this machine, for instance by the keychain of the operating system. */
    ENCRYPTED,
    /** Kept by another machine. */
    REMOTE
}
