package wandb.auth.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.MistypedDash;
import wandb.auth.domain.ApiKey;

/** Says what is wrong with a command line. The parser's own messages quote arguments, and an argument may be a key. */
final class UsageMessage {

    private static final int LONGEST_OPTION = 30;

    private UsageMessage() {}

    /** What is wrong with the arguments of a command. */
    static String of(ParameterException exception, String command) {
        return switch (exception) {
            case UnmatchedArgumentException unmatched ->
                unknown(unmatched.getUnmatched().getFirst(), command);
            case MissingParameterException missing -> missing(missing);
            default -> Messages.valueNotTaken(named(exception.getArgSpec()));
        };
    }

    /** One exception for two mistakes, which only its message tells apart. */
    private static String missing(MissingParameterException exception) {
        ArgSpec missing = exception.getMissing().getFirst();
        String option = named(missing);
        boolean isLeftOut = String.valueOf(exception.getMessage()).startsWith("Missing required option");
        return isLeftOut
                ? Messages.optionMissing(option, missing.paramLabel())
                : Messages.valueMissing(option, missing.paramLabel());
    }

    /** The option by its own name, never as it was written. */
    private static String named(@Nullable ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.names()[0] : Messages.AN_ARGUMENT;
    }

    /** Whether the arguments are for the SDK's command of the same name. The launcher hands these on where it can. */
    static boolean isOptionOfTheSdk(ParameterException exception, CommandLineRouter route) {
        return route.command().equals(Optional.of(Commands.STATUS))
                && exception instanceof UnmatchedArgumentException unmatched
                && (unmatched.getUnmatched().contains("--settings")
                        || unmatched.getUnmatched().contains("--no-settings"));
    }

    private static String unknown(String argument, String command) {
        return MistypedDash.explain(argument).orElseGet(() -> unknownOption(argument, command));
    }

    private static String unknownOption(String argument, String command) {
        String name = ShownCommandLine.optionName(argument);
        if (isOptionName(name) && !ApiKey.isLikely(name)) {
            List<String> others =
                    Commands.having(name).stream().map(Commands::line).toList();
            return others.isEmpty() ? Messages.unknownOption(name) : Messages.optionOfOthers(name, command, others);
        }
        return name.startsWith("-") ? Messages.UNKNOWN_OPTION_OR_KEY : Messages.TOO_MANY_ARGUMENTS;
    }

    private static boolean isOptionName(String name) {
        boolean plain = name.startsWith("-") && name.length() <= LONGEST_OPTION;
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c == '-' || c == '_' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return plain;
    }
}
