package wandb.auth.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.context.Adapters;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.CompositionRoot;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.TracedAdapters;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileGuess;
import wandb.auth.cli.reference.TextCommand;
import wandb.auth.cli.reference.VersionCommand;
import wandb.auth.cli.terminal.Console;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.cli.terminal.TerminalWidth;
import wandb.auth.cli.terminal.Trace;
import wandb.auth.domain.Environment;
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
        this.in = in;
        this.out = out;
        this.console = new Console(program, environment, err);
        this.adapters = console.trace().isPresent()
                ? new TracedAdapters(adapters, console.trace().get())
                : adapters;
    }

    public int run(String... args) {
        CommandLineRouter route = CommandLineRouter.of(program, args);
        Optional<Trace> trace = console.trace();
        if (trace.isPresent()) {
            List.of(args).forEach(trace.get()::hideIfLikely);
            trace.get().step(Messages.tracedCommand(route.line()));
        }
        int exitCode = withOutputChecked(runOrTell(route, args));
        if (trace.isPresent()) {
            trace.get().step(Messages.tracedExitCode(exitCode));
        }
        return exitCode;
    }

    private int withOutputChecked(int exitCode) {
        if (out.checkError()) {
            if (out instanceof StandardOutput standard && standard.isAbandoned()) {
                return ExitCode.FAILED;
            }
            console.error(Messages.OUTPUT_LOST);
            return ExitCode.FAILED;
        }
        return exitCode;
    }

    private int runOrTell(CommandLineRouter route, String... args) {
        try {
            return route.command().isPresent()
                    ? runCommand(route.command().get(), route.rest())
                    : runGroup(route, args);
        } catch (ParameterException e) {
            return wrongArguments(e, route, args);
        } catch (UsageException e) {
            return wrongUsage(route, String.valueOf(e.getMessage()), e.meant());
        } catch (OutOfMemoryError e) {
            console.error(shortage(e));
            return ExitCode.FAILED;
        } catch (RuntimeException | Error e) {
            console.error(Messages.defect(e));
            return ExitCode.FAILED;
        }
    }

    /** The Java runtime has one error for both. */
    static String shortage(OutOfMemoryError error) {
        return String.valueOf(error.getMessage()).contains("native thread")
                ? Messages.TOO_FEW_PROCESSES
                : Messages.OUT_OF_MEMORY;
    }

    private int runCommand(Commands entry, String... args) {
        Command command = entry.command();
        CommandLine parser = entry.parser(command);
        ParseResult arguments = parser.parseArgs(args);
        if (arguments.isUsageHelpRequested()) {
            out.print(CommandHelp.page(entry.isListed() ? entry : Commands.EXEC, program, columns()));
            return ExitCode.DONE;
        }
        Options.refuseValuesOfSwitches(arguments);
        if (!entry.worksWithFiles()) {
            return ((TextCommand) command).print(arguments, environment, program, out);
        }
        warnOfWhatTheSdkRefuses();
        CompositionRoot compositionRoot = new CompositionRoot(environment, adapters, console);
        CommandContext context = new CommandContext(environment, in, out, console, compositionRoot);
        int exitCode =
                command.needsPolicy() && context.lacksPolicy() ? ExitCode.FORBIDDEN : command.run(arguments, context);
        if (exitCode == ExitCode.NO_CREDENTIAL) {
            String program = entry == Commands.EXEC_ENVIRONMENT ? " -- CMD" : "";
            ProfileGuess.line(arguments, context).ifPresent(line -> console.info(Messages.didYouMean(line + program)));
        }
        return exitCode;
    }

    private void warnOfWhatTheSdkRefuses() {
        String key = environment.variable("WANDB_API_KEY").orElse("");
        if (!EnteredKey.strip(key).equals(key)) {
            console.warn(Messages.KEY_VARIABLE_REJECTED_BY_SDK);
        }
    }

    private int runGroup(CommandLineRouter route, String... args) {
        String wanted = route.rest().length == 0 ? "--help" : route.rest()[0];
        switch (wanted) {
            case "--help", "-h" -> out.print(HelpText.of(route.line(), program, columns()));
            case "help" -> out.print(helpOfGroup(route));
            case "--version", "-V", "version" -> out.println(VersionCommand.line());
            default -> {
                UnknownCommand unknown = UnknownCommand.of(program, args);
                if (unknown.isOfTheSdk() && !program.isOwn()) {
                    console.error(Messages.sdkMissing(unknown.word()));
                    return ExitCode.FAILED;
                }
                throw unknown.problem();
            }
        }
        return ExitCode.DONE;
    }

    /** As in {@code wandb auth help token}. */
    private String helpOfGroup(CommandLineRouter route) {
        List<String> words = new ArrayList<>(List.of(route.rest()));
        words.set(0, Commands.AUTH_WORD);
        return CommandHelp.of(words, program, columns());
    }

    private int columns() {
        return TerminalWidth.ofOutput(environment);
    }

    private int wrongArguments(ParameterException problem, CommandLineRouter route, String... args) {
        if (!program.isOwn() && UsageMessage.isOptionOfTheSdk(problem, route)) {
            console.error(Messages.sdkMissing("status --settings"));
            return ExitCode.FAILED;
        }
        return wrongUsage(route, UsageMessage.of(problem, route.line()), Correction.of(program, args));
    }

    private int wrongUsage(CommandLineRouter route, String message, Optional<String> meant) {
        console.error(message);
        String line = route.line().equals(HelpText.PROGRAM) ? program.typed() : route.line();
        console.info(meant.map(Messages::didYouMean).orElseGet(() -> Messages.tryHelp(line)));
        return ExitCode.USAGE;
    }
}
