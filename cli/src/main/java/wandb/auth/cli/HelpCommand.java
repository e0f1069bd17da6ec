package wandb.auth.cli;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.reference.TextCommand;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.cli.terminal.TerminalWidth;
import wandb.auth.domain.Environment;

/** {@code wandb help}: the help of a command, as {@code --help} after it. */
final class HelpCommand implements TextCommand {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.of("Shows what a command does, its options and examples, as --help after the command does.");
        spec.addPositional(Options.arguments("[COMMAND...]")
                .description("The command; without it, all commands are listed.")
                .build());
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("List all commands", "wandb help"),
                new Example("Show the options of the login", "wandb help login"),
                new Example("Show those of a command of two words", "wandb help auth token"));
    }

    @Override
    public int print(ParseResult arguments, Environment environment, ProgramName program, PrintStream out) {
        List<String> words = arguments.matchedPositionalValue(0, List.of());
        out.print(CommandHelp.of(words, program, TerminalWidth.ofOutput(environment)));
        return ExitCode.DONE;
    }
}
