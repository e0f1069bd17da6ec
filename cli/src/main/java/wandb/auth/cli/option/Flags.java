package wandb.auth.cli.option;

import picocli.CommandLine.ParseResult;

/** Options without a value. */
public final class Flags {

    private Flags() {}

    /** Whether the option is given. */
    public static boolean isOn(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, false);
    }
}
