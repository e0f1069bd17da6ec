package wandb.auth.cli;

/** The exit codes of every command. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** It did not work: the message says what and what to do. */
    static final int FAILED = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** The policy forbids it. */
    static final int FORBIDDEN = 3;

    /** There is no credential. */
    static final int NO_CREDENTIAL = 4;

    private ExitCode() {}
}
