package wandb.auth.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command-line parser, set up so that it neither guesses nor reads files that an argument names. */
final class Parser {

    private static final int WIDTH = 80;

    private Parser() {}

    static CommandLine of(Commands entry, Command command) {
        CommandSpec spec = command.spec().name(entry.line());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.usageMessage().width(WIDTH);
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUsageHelpWidth(WIDTH);
    }

    /** Whether an option without a value is given; {@code --option=false} says that it is not. */
    static boolean isOn(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, false);
    }
}
