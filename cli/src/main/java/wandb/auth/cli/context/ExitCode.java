package wandb.auth.cli.context;

/** The exit codes of every command. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** It did not work: the message says what and what to do. */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** The policy forbids it. */
    public static final int FORBIDDEN = 3;

    /** There is no credential. */
    public static final int NO_CREDENTIAL = 4;

    /** The server does not accept the credential. */
    public static final int REJECTED = 5;

    /** The server could not be reached. */
    public static final int UNREACHABLE = 6;

    private ExitCode() {}

    /** The code of several things that were done: of those that went wrong, the one that they share, else {@link #FAILED}. */
    public static int ofAll(int... exitCodes) {
        int all = DONE;
        for (int exitCode : exitCodes) {
            boolean isFirst = all == DONE || exitCode == all;
            all = exitCode == DONE ? all : isFirst ? exitCode : FAILED;
        }
        return all;
    }
}
