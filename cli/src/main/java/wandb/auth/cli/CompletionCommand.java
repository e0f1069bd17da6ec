package wandb.auth.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.NamedStore;
import wandb.auth.cli.reference.Shell;

/** {@code wandb completion}: the script by which a shell completes our commands. */
final class CompletionCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("wandb completion");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SHELL")
                .hideParamSyntax(true)
                .arity("0..1")
                .type(String.class)
                .completionCandidates(Shell.ids())
                .description("One of: " + String.join(", ", Shell.ids()) + ".")
                .build());
        spec.usageMessage()
                .description(
                        "Prints a script that lets a shell complete the commands, options and stores of this program.",
                        "It is the same every time and starts nothing: write it to the file that the shell reads it"
                                + " from. The packages have done so.");
        return spec;
    }

    /** A policy decides what is done with keys, not what can be typed. */
    @Override
    public boolean needsPolicy() {
        return false;
    }

    @Override
    public int run(ParseResult arguments, Session session) {
        Shell shell = Shell.of(arguments.matchedPositionalValue(0, ""))
                .orElseThrow(() -> new UsageException("Name the shell: " + String.join(", ", Shell.ids()) + "."));
        Set<String> stores = new TreeSet<>();
        for (NamedStore store : session.wiring().stores()) {
            stores.add(store.id().value());
        }
        session.out().print(shell.script(CommandTree.of(List.copyOf(stores))));
        return ExitCode.DONE;
    }
}
