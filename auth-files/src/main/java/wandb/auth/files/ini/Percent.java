package wandb.auth.files.ini;

/** What a percent sign in a value means. */
public enum Percent {
    /** It begins a reference to another option, or stands before another one: {@code configparser.ConfigParser}. */
    REFERS,
    /** Itself, as in {@code ConfigParser(interpolation=None)}. */
    IS_TEXT
}
