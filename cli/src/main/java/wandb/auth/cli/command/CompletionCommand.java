package wandb.auth.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;

/** {@code wandb completion}: the script by which a shell completes our commands. The build writes one for each shell. */
public final class CompletionCommand implements Command {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish", "powershell");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Command.emptySpec();
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SHELL")
                .hideParamSyntax(true)
                .arity("0..1")
                .type(String.class)
                .completionCandidates(SHELLS)
                .description("One of: " + String.join(", ", SHELLS) + ".")
                .build());
        spec.usageMessage()
                .description(
                        "Prints a script that lets a shell complete the commands, options and stores of this program.",
                        "It completes the name that it was asked by, wandb or wandb-auth. It is the same every time and starts nothing: write it to the file that the shell reads it"
                                + " from. The packages have done so.");
        return spec;
    }

    /** A policy decides what is done with keys, not what can be typed. */
    @Override
    public boolean needsPolicy() {
        return false;
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        String shell = arguments.matchedPositionalValue(0, "");
        if (!SHELLS.contains(shell)) {
            throw new UsageException("Name the shell: " + String.join(", ", SHELLS) + ".");
        }
        String name = (context.console().program().isOwn() ? "own-completion." : "completion.") + shell;
        try (InputStream script = CompletionCommand.class.getResourceAsStream("/wandb/auth/cli/" + name)) {
            if (script == null) {
                throw new IllegalStateException("the build has left out the script for " + shell);
            }
            script.transferTo(context.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }
}
