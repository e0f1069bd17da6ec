package wandb.auth.cli.reference;

import java.io.PrintStream;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.Environment;

/** A subcommand that prints a text of the program and reads no file of anybody's, so that it works everywhere. */
public interface TextCommand extends Command {

    /** Prints the text, and gives the exit code. */
    int print(ParseResult arguments, Environment environment, ProgramName program, PrintStream out);

    @Override
    default int run(ParseResult arguments, CommandContext context) {
        return print(arguments, context.environment(), context.console().program(), context.out());
    }
}
