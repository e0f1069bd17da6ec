package wandb.auth.cli;

import java.io.InputStream;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.context.Adapters;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.CompositionRoot;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.PolicyException;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.terminal.Console;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.EnteredKey;

/** Runs the command that the arguments name, and turns every trouble into one line and an exit code. */
public final class CommandRunner {

    private final ProgramName program;
    private final Environment environment;
    private final Adapters adapters;
    private final InputStream in;
    private final PrintStream out;
    private final Console console;

    /** Runs commands of a program that was started by its usual name. */
    public CommandRunner(Environment environment, Adapters adapters, InputStream in, PrintStream out, PrintStream err) {
        this(ProgramName.WANDB, environment, adapters, in, out, err);
    }

    /**
     * Runs commands.
     *
     * @param program what the program is called here
     * @param environment what is taken from the process
     * @param adapters the sources, stores and ports that are installed
     * @param in standard input
     * @param out standard output
     * @param err standard error
     */
    public CommandRunner(
            ProgramName program,
            Environment environment,
            Adapters adapters,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.program = program;
        this.environment = environment;
        this.adapters = adapters;
        this.in = in;
        this.out = out;
        this.console = new Console(program, environment, err);
    }

    public int run(String... args) {
        int exitCode = runOrTell(CommandLineRouter.of(program, args));
        if (out.checkError()) {
            if (out instanceof StandardOutput standard && standard.isAbandoned()) {
                return ExitCode.FAILED;
            }
            console.error("Standard output cannot be written to: what was to be printed is lost.");
            return ExitCode.FAILED;
        }
        return exitCode;
    }

    private int runOrTell(CommandLineRouter route) {
        try {
            return route.command().isPresent()
                    ? runCommand(route.command().get(), route.rest())
                    : help(route.line(), route.rest());
        } catch (ParameterException e) {
            return wrongUsage(route, UsageMessage.of(e));
        } catch (UsageException e) {
            return wrongUsage(route, String.valueOf(e.getMessage()));
        } catch (PolicyException e) {
            console.error(String.valueOf(e.getMessage()));
            return ExitCode.FORBIDDEN;
        } catch (RuntimeException e) {
            console.error(defect(e));
            return ExitCode.FAILED;
        } catch (OutOfMemoryError e) {
            console.error("A file is too large for the memory of this program: shorten it.");
            return ExitCode.FAILED;
        }
    }

    private int runCommand(Commands entry, String... args) {
        Command command = entry.command();
        CommandLine parser = entry.parser(command);
        ParseResult arguments = parser.parseArgs(args);
        if (arguments.isUsageHelpRequested()) {
            out.print(program.in(parser.getUsageMessage(Ansi.OFF)));
            return ExitCode.DONE;
        }
        UsageMessage.refuseValuesOfSwitches(arguments);
        warnOfWhatTheSdkRefuses();
        CompositionRoot compositionRoot = command.needsPolicy()
                ? CompositionRoot.of(environment, adapters, console)
                : CompositionRoot.alsoWithoutPolicy(environment, adapters, console);
        return command.run(arguments, new CommandContext(environment, in, out, console, compositionRoot));
    }

    private void warnOfWhatTheSdkRefuses() {
        String key = environment.variable("WANDB_API_KEY").orElse("");
        if (!EnteredKey.strip(key).equals(key)) {
            console.warn("WANDB_API_KEY has white space or quotation marks around its key. They are left out here; the"
                    + " Python SDK takes the variable as it is and refuses it.");
        }
    }

    private int help(String group, String... args) {
        String wanted = args.length == 0 ? "--help" : args[0];
        switch (wanted) {
            case "--help", "-h", "help" -> out.print(HelpText.of(group, program));
            case "--version", "-V", "version" -> out.println(Version.line());
            default -> throw new UsageException(noSuchCommand(group, wanted));
        }
        return ExitCode.DONE;
    }

    private String noSuchCommand(String group, String word) {
        String name = group.equals(HelpText.PROGRAM) ? program.typed() : group;
        if (ApiKey.isLikely(word)) {
            return "There is no such command of '" + name + "'.";
        }
        String guess = CommandGuess.of(word, group, program)
                .map(command -> " Did you mean '" + command + "'?")
                .orElse("");
        return "There is no such command of '" + name + "': " + TerminalSafe.of(word) + "." + guess;
    }

    private int wrongUsage(CommandLineRouter route, String message) {
        console.error(message);
        String line = route.line().equals(HelpText.PROGRAM) ? program.typed() : route.line();
        console.info("Try '" + line + " --help'.");
        return ExitCode.USAGE;
    }

    /** Without the exception's message, which may quote anything. */
    private static String defect(RuntimeException exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return "This is a defect of this program, please report it: "
                + exception.getClass().getName() + place + ".";
    }
}
