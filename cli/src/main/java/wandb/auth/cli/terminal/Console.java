package wandb.auth.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import wandb.auth.domain.Environment;

/**
 * What is said to a person: on standard error, each line after the prefix that the SDK uses too. {@code WANDB_QUIET}
 * leaves out what happened, {@code WANDB_SILENT} warnings too; why a command failed is always said.
 */
public final class Console {

    private static final String PLAIN_PREFIX = "wandb: ";
    private static final String COLOURED_PREFIX = "\u001b[34m\u001b[1mwandb\u001b[0m: ";

    private final PrintStream err;
    private final String prefix;
    private final boolean quiet;
    private final boolean silent;

    public Console(Environment environment, PrintStream err) {
        this.err = err;
        this.prefix = isColourful(environment) ? COLOURED_PREFIX : PLAIN_PREFIX;
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

    /** The text as it stands after the prefix, for a terminal that is written to directly. */
    public String prefixed(String text) {
        return prefix + text;
    }

    /** Something that happened. */
    public void info(String sentence) {
        if (!quiet) {
            err.println(prefix + sentence);
        }
    }

    /** Something that works but should be looked at. */
    public void warn(String sentence) {
        if (!silent) {
            err.println(prefix + "WARNING " + sentence);
        }
    }

    /** Why the command did not do what was asked. */
    public void error(String sentence) {
        err.println(prefix + "ERROR " + sentence);
    }
}
