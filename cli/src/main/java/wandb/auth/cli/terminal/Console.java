package wandb.auth.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import wandb.auth.domain.Environment;

/**
 * What is said to a person: on standard error, each line behind the program's name, as the SDK's are. {@code
 * WANDB_QUIET} leaves out what happened, {@code WANDB_SILENT} warnings too; why a command failed is always said.
 */
public final class Console {

    private final PrintStream err;
    private final ProgramName program;
    private final String prefix;
    private final boolean quiet;
    private final boolean silent;

    /**
     * Talks.
     *
     * @param program what the program is called here
     * @param environment what decides how much is said, and in which colours
     * @param err standard error
     */
    public Console(ProgramName program, Environment environment, PrintStream err) {
        this.err = err;
        this.program = program;
        this.prefix = isColourful(environment)
                ? "\u001b[34m\u001b[1m" + program.label() + "\u001b[0m: "
                : program.label() + ": ";
        this.silent = isOn(environment, "WANDB_SILENT");
        this.quiet = silent || isOn(environment, "WANDB_QUIET");
    }

    /** The words that the SDK takes for true. */
    private static boolean isOn(Environment environment, String variable) {
        String value = environment.variable(variable).orElse("").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "1", "true", "t", "yes", "y", "on" -> true;
            default -> false;
        };
    }

    private static boolean isColourful(Environment environment) {
        return environment.terminal().error()
                && environment.variable("NO_COLOR").isEmpty()
                && !environment.variable("TERM").orElse("").equals("dumb");
    }

    /** What the program is called here. */
    public ProgramName program() {
        return program;
    }

    /** The text as it stands after the prefix, for a terminal that is written to directly. */
    public String prefixed(String text) {
        return prefix + text;
    }

    /** Something that happened. */
    public void info(String sentence) {
        if (!quiet) {
            err.println(prefix + program.in(sentence));
        }
    }

    /** Something that works but should be looked at. */
    public void warn(String sentence) {
        if (!silent) {
            err.println(prefix + "WARNING " + program.in(sentence));
        }
    }

    /** Why the command did not do what was asked. */
    public void error(String sentence) {
        err.println(prefix + "ERROR " + program.in(sentence));
    }
}
