package wandb.auth.domain;

/**
 * The families of operating systems that the rules tell apart.
 *
 * @since 0.1
 */
public enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS,
    /** Another, treated as a POSIX system. */
    OTHER
}
