package wandb.auth.cli;

import picocli.CommandLine.ParseResult;

/** Options without a value. */
final class Parser {

    private Parser() {}

    /** Whether the option is given; {@code --option=false} says that it is not. */
    static boolean isOn(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, false);
    }
}
