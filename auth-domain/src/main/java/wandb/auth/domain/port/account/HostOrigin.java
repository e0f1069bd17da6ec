package wandb.auth.domain.port.account;

/** What named the server, strongest first: where several do, the first of them counts. */
public enum HostOrigin {
    /** The option {@code --host} or {@code --base-url}. */
    OPTION,
    /** The option {@code --cloud}. */
    CLOUD_OPTION,
    /** The variable {@code WANDB_BASE_URL}. */
    VARIABLE,
    /**
     * Nothing but {@code base_url} in the settings file of the working directory, which whoever wrote a cloned
     * repository chose. Where it names the server that would be meant without it, that weaker origin counts.
     */
    WORKSPACE_SETTINGS,
    /** {@code base_url} in the user's settings file. */
    SYSTEM_SETTINGS,
    /** The administrator's policy, for everybody who names no server. */
    POLICY,
    /** Nothing: the public cloud is meant. */
    DEFAULT,
    /** A program that asks for a key, and nothing that this program reads: its code may be anybody's, as a workspace's file. */
    PROGRAM
}
