package wandb.auth.domain.port.account;

/** What named the profile, strongest first: where several do, the first of them counts. */
public enum ProfileOrigin {
    /** The option {@code --profile}, or the profile that a command is about. */
    OPTION,
    /** The variable {@code WANDB_PROFILE}. */
    VARIABLE,
    /** {@code wandb/auth.ini} of the working directory or of the nearest folder above it that has one. */
    WORKSPACE_FILE,
    /** The user's {@code auth.ini}. */
    USER_FILE,
    /** Nothing. */
    DEFAULT
}
