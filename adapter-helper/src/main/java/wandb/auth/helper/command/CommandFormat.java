package wandb.auth.helper.command;

/** What a command writes. */
enum CommandFormat {
    /** One key. */
    KEY,
    /** A netrc. */
    NETRC,
    /** Lines, of which the first is the key. */
    FIRST_LINE,
    /** One key, or a netrc, as it turns out. */
    EITHER;

    /** Whether it names its accounts by itself, so that it can be asked for any. */
    boolean isForEveryAccount() {
        return this == NETRC;
    }
}
