package wandb.auth.cli.option;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;

/** Options without a value. */
public final class Flags {

    private Flags() {}

    /** Whether the option is given. */
    public static boolean isOn(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, false);
    }

    /**
     * They are given or left out. The parser would take {@code --verify=false} for neither of these.
     *
     * @throws UsageException if one is given a value
     */
    public static void refuseValues(ParseResult arguments) {
        for (String argument : arguments.originalArgs()) {
            int equals = argument.indexOf('=');
            if (argument.equals("--")) {
                return;
            }
            if (equals > 0 && arguments.hasMatchedOption(argument.substring(0, equals))) {
                OptionSpec option = arguments.matchedOption(argument.substring(0, equals));
                if (option.arity().max() == 0) {
                    throw new UsageException(Messages.switchWithValue(option.names()[0]));
                }
            }
        }
    }
}
