package wandb.auth.cli.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.NearestWord;

/** {@code wandb completion}: the script by which a shell completes our commands. The build writes one for each shell. */
public final class CompletionCommand implements TextCommand {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish", "powershell");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Prints a script that lets a shell complete the commands, options and stores of this program.",
                "It completes the name that it was called by, wandb or wandb-auth, and never changes: write it"
                        + " to the file that the shell reads. The packages have done so. For the profiles,"
                        + " servers and stores of this machine it runs wandb-auth, if that is on PATH.");
        spec.addPositional(Options.argument("SHELL")
                .completionCandidates(SHELLS)
                .description("One of: " + String.join(", ", SHELLS) + ".")
                .build());
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Complete commands in this bash session", "eval \"$(wandb completion bash)\""),
                new Example(
                        "Complete them in every fish from now on",
                        "wandb completion fish > ~/.config/fish/completions/wandb.fish"),
                new Example(
                        "Complete them in every zsh whose fpath has this folder",
                        "wandb completion zsh > ~/.zfunc/_wandb"));
    }

    @Override
    public int print(ParseResult arguments, Environment environment, ProgramName program, PrintStream out) {
        String shell = arguments.matchedPositionalValue(0, "");
        if (!SHELLS.contains(shell)) {
            throw new UsageException(
                    Messages.completionShellNeeded(String.join(", ", SHELLS)),
                    meant(shell).map(name -> "wandb completion " + name));
        }
        String name = (program.isOwn() ? "own-completion." : "completion.") + shell;
        try (InputStream script = CompletionCommand.class.getResourceAsStream("/wandb/auth/cli/" + name)) {
            if (script == null) {
                throw new IllegalStateException("the build has left out the script for " + shell);
            }
            script.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }

    /** The name of a shell may be the path of its program, as in SHELL. */
    private static Optional<String> meant(String typed) {
        String name = typed.substring(typed.lastIndexOf('/') + 1);
        return SHELLS.contains(name) ? Optional.of(name) : Synonyms.shell(name).or(() -> NearestWord.of(name, SHELLS));
    }
}
