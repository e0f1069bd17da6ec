package wandb.auth.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;

/**
 * What is said to a person: on standard error, each line after the program's name, as the SDK's are. {@code
 * WANDB_QUIET} leaves out what happened, {@code WANDB_SILENT} warnings too; why a command failed is always said. Colour
 * marks warnings and errors, and nothing else. {@code WANDB_AUTH_TRACE} shows each step, however quiet the rest is to be.
 */
public final class Console {

    private static final String RED = "\u001b[31m\u001b[1m";
    private static final String YELLOW = "\u001b[33m\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream err;
    private final ProgramName program;
    private final Environment environment;
    private final String prefix;
    private final boolean colourful;
    private final boolean quiet;
    private final boolean silent;
    private final Optional<Trace> trace;
    private @Nullable Progress progress;

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
        this.environment = environment;
        this.prefix = program.label() + ": ";
        this.colourful = isColourful(environment);
        this.silent = isOn(environment, "WANDB_SILENT");
        this.quiet = silent || isOn(environment, "WANDB_QUIET");
        this.trace = isOn(environment, "WANDB_AUTH_TRACE")
                ? Optional.of(Trace.of(environment, this::println))
                : Optional.empty();
    }

    /** The words that the SDK takes for true. */
    private static boolean isOn(Environment environment, String variable) {
        String value = environment.variable(variable).orElse("").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "1", "true", "t", "yes", "y", "on" -> true;
            default -> false;
        };
    }

    /** As no-color.org and bixense.com/clicolors have it: who wants none gets none. */
    private static boolean isColourful(Environment environment) {
        if (environment.variable("NO_COLOR").isPresent()) {
            return false;
        }
        if (!environment.variable("CLICOLOR_FORCE").orElse("0").equals("0")) {
            return true;
        }
        return environment.terminal().error()
                && !environment.variable("CLICOLOR").orElse("").equals("0")
                && !environment.variable("TERM").orElse("").equals("dumb");
    }

    /** What the program is called here. */
    public ProgramName program() {
        return program;
    }

    /** Shows each step of the run; empty unless that is asked for. */
    public Optional<Trace> trace() {
        return trace;
    }

    /** The text as it stands after the prefix, for a terminal that is written to directly. */
    public String prefixed(String text) {
        return prefix + text;
    }

    /** The sentence, marked as why the command did not do what was asked. */
    public String asError(String sentence) {
        return marked(RED, Messages.ERROR_MARK) + program.in(sentence);
    }

    private String marked(String colour, String word) {
        return colourful ? colour + word + PLAIN + " " : word + " ";
    }

    /** Something that happened. */
    public void info(String sentence) {
        if (!quiet) {
            println(program.in(sentence));
        }
    }

    /** Something that works but should be looked at. */
    public void warn(String sentence) {
        if (!silent) {
            println(marked(YELLOW, Messages.WARNING_MARK) + program.in(sentence));
        }
    }

    /** Why the command did not do what was asked. */
    public void error(String sentence) {
        println(asError(sentence));
    }

    private void println(String line) {
        if (progress != null) {
            progress.hide();
        }
        err.println(prefix + line);
    }

    /** Whether waits are shown: somebody sees them, and wants to be told what happens. */
    public boolean showsWaits() {
        return environment.terminal().error() && !quiet;
    }

    /** Does the work; where it takes longer than a second and somebody looks on, shows what it waits for. */
    public <T> T waiting(String what, Supplier<T> work) {
        if (!showsWaits()) {
            return work.get();
        }
        Progress shown = progress;
        if (shown == null) {
            shown = new Progress(err, prefix, () -> TerminalWidth.of(environment), this::later);
            progress = shown;
        }
        return shown.during(what, work);
    }

    /** What lasts can be ended by the time that it is shown. */
    private Runnable later(Duration delay, Runnable action) {
        return Progress.later(delay, () -> {
            TerminalDevice.letQuitEnd(environment);
            action.run();
        });
    }
}
