package wandb.auth.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;

/** One subcommand. */
public interface Command {

    /** Its options and arguments, and the texts of its help. */
    CommandSpec spec();

    /** Two to four ways to use it, for its help; none if people do not call it. */
    default List<Example> examples() {
        return List.of();
    }

    /** Whether it does nothing if the policy is unknown. */
    default boolean needsPolicy() {
        return true;
    }

    /** Does it, and gives the exit code. */
    int run(ParseResult arguments, CommandContext context);
}
