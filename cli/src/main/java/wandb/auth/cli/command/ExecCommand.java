package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.Options;

/** {@code wandb auth exec} as far as this process answers it: its help. The launcher runs the program. */
public final class ExecCommand implements Command {

    /** How the help calls what it runs. */
    static final String PROGRAM = "-- CMD [ARGUMENTS]";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Runs a program in place of this one, with WANDB_API_KEY and WANDB_BASE_URL set for it, and"
                        + " WANDB_PROFILE where a profile was chosen.",
                "Where there is no command to prefix, as in a notebook, 'wandb auth hook enable'"
                        + " lets the Python SDK of an environment find the key.");
        AccountOptions.addTo(spec);
        spec.addPositional(Options.arguments(PROGRAM)
                .description("The program and its arguments.")
                .build());
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Train with the key that is kept in a store", "wandb auth exec -- python train.py"),
                new Example("Do the same for another profile", "wandb auth exec --profile work -- python train.py"),
                new Example("See what a program is given", "wandb auth exec -- printenv WANDB_BASE_URL"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        List<String> program = arguments.matchedPositionalValue(0, List.of());
        throw new UsageException(
                Messages.EXEC_WITHOUT_DASHES,
                program.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ShownCommandLine(arguments.commandSpec(), arguments.originalArgs()).text()));
    }
}
