package wandb.auth.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;

/** One subcommand. */
public interface Command {

    /** One to add to. Its texts hold no variables; looking for them would be a third of the time that setting it up takes. */
    static CommandSpec emptySpec() {
        return CommandSpec.create().interpolateVariables(false);
    }

    /** Its options and arguments, and the texts of its help. */
    CommandSpec spec();

    /** Whether it does nothing where nobody knows what the policy is. */
    default boolean needsPolicy() {
        return true;
    }

    /** Does it, and gives the exit code. */
    int run(ParseResult arguments, CommandContext context);
}
