package wandb.auth.cli.option;

import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.ApiKey;

/** An option whose hyphens a web page or an editor has turned into dashes, such as {@code –-relogin}. */
public final class MistypedDash {

    private static final int LONGEST_OPTION = 30;

    private MistypedDash() {}

    /** What the argument looks like and what to type instead; empty if it does not begin with such a dash. */
    public static Optional<String> explain(String argument) {
        int length = dashes(argument);
        if (length == 0 || !argument.substring(0, length).chars().anyMatch(c -> c != '-')) {
            return Optional.empty();
        }
        int equals = argument.indexOf('=');
        String name = argument.substring(length, equals < 0 ? argument.length() : equals);
        boolean isOption = isOptionName(name) && !ApiKey.isLikely(name);
        return Optional.of(
                isOption
                        ? Messages.dashesInOption(firstDash(argument), name)
                        : Messages.dashesInArgument(firstDash(argument)));
    }

    private static int dashes(String argument) {
        int length = 0;
        while (length < argument.length() && (argument.charAt(length) == '-' || isDash(argument.charAt(length)))) {
            length++;
        }
        return length;
    }

    private static int firstDash(String argument) {
        int at = 0;
        while (!isDash(argument.charAt(at))) {
            at++;
        }
        return argument.charAt(at);
    }

    /** Hyphens and dashes beyond ASCII, the minus sign, and the short and wide forms of Chinese and Japanese. */
    private static boolean isDash(char c) {
        return (c >= '\u2010' && c <= '\u2015')
                || c == '\u2212'
                || c == '\ufe58'
                || c == '\ufe63'
                || c == '\uff0d'
                || c == '\u00ad';
    }

    private static boolean isOptionName(String name) {
        boolean plain = !name.isEmpty() && name.length() <= LONGEST_OPTION;
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c == '-' || (c >= 'a' && c <= 'z');
        }
        return plain;
    }
}
