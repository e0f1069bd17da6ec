package wandb.auth.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One subcommand. */
interface Command {

    /** Its options and arguments, and the texts of its help. */
    CommandSpec spec();

    /** Does it, and gives the exit code. */
    int run(ParseResult arguments, Session session);
}
