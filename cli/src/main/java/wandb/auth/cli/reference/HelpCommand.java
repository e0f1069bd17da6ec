package wandb.auth.cli.reference;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.cli.terminal.TerminalWidth;
import wandb.auth.domain.Environment;

/**
 * {@code wandb help}: the help of a command, as {@code --help} after it.
 *
 * @param pages the help of every command
 */
public record HelpCommand(Pages pages) implements TextCommand {

    /** The help of every command and of the groups. */
    public interface Pages {

        /**
         * The help of a command.
         *
         * @param words the command, without the program's name; none for the overview
         * @param columns how wide the terminal is
         * @throws UsageException if there is no such command; its message says what was meant
         */
        String of(List<String> words, ProgramName program, int columns);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Command.emptySpec();
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("[COMMAND...]")
                .hideParamSyntax(true)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("The command; without it, all commands are listed.")
                .build());
        spec.usageMessage()
                .description("Shows what a command does, its options and examples, as --help after the command does.");
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
        out.print(pages.of(words, program, TerminalWidth.ofOutput(environment)));
        return ExitCode.DONE;
    }
}
