package wandb.auth.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import wandb.auth.cli.option.MistypedDash;
import wandb.auth.domain.ApiKey;

/** Says what is wrong with a command line. The parser's own messages quote arguments, and an argument may be a key. */
final class UsageMessage {

    private static final int LONGEST_OPTION = 30;

    private UsageMessage() {}

    static String of(ParameterException exception) {
        return switch (exception) {
            case UnmatchedArgumentException unmatched ->
                unknown(unmatched.getUnmatched().getFirst());
            case MissingParameterException missing -> named(missing.getMissing().getFirst()) + " lacks its value.";
            case OverwrittenOptionException overwritten ->
                named(overwritten.getOverwritten()) + " is given more than once.";
            default -> named(exception.getArgSpec()) + " does not take the value that is given.";
        };
    }

    /** The option by its own name, never as it was written. */
    private static String named(@Nullable ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.names()[0] : "An argument";
    }

    private static String unknown(String argument) {
        return MistypedDash.explain(argument).orElseGet(() -> unknownOption(argument));
    }

    private static String unknownOption(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (isOptionName(name) && !ApiKey.isLikely(name)) {
            return "There is no option " + name + ".";
        }
        return name.startsWith("-")
                ? "There is no such option. A KEY that starts with a dash goes behind -- ."
                : "There is an argument too many.";
    }

    private static boolean isOptionName(String name) {
        boolean plain = name.startsWith("-") && name.length() <= LONGEST_OPTION;
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        return plain;
    }
}
