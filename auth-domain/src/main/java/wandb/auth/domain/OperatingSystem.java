package wandb.auth.domain;

/** The families of operating systems that the rules tell apart. */
public enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS,
    /** Another, treated as a POSIX system. */
    OTHER
}
