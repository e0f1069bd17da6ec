package wandb.auth.cli.guess;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Profile;
import wandb.auth.domain.TerminalSafe;

/**
 * A command line to be shown and typed: quoted for the shell, and with a name such as KEY in the place of what may be secret.
 *
 * @param spec the command, whose name is what is typed to call it
 * @param arguments what follows it, which the command takes
 */
public record ShownCommandLine(CommandSpec spec, List<String> arguments) {

    private static final String KEY = "KEY";
    private static final String DASHES = "--";
    private static final String FROM_INPUT = "--key-stdin";

    /** An immutable copy. */
    public ShownCommandLine {
        arguments = List.copyOf(arguments);
    }

    /** What was typed, with another value in the place of one. */
    public static ShownCommandLine of(ParseResult parsed, String value, String replacement) {
        List<String> arguments = new ArrayList<>();
        for (String argument : parsed.originalArgs()) {
            String withValue = "=" + value;
            boolean isAssigned = argument.startsWith(DASHES) && argument.endsWith(withValue);
            arguments.add(
                    argument.equals(value)
                            ? replacement
                            : isAssigned
                                    ? argument.substring(0, argument.length() - value.length()) + replacement
                                    : argument);
        }
        return new ShownCommandLine(parsed.commandSpec(), arguments);
    }

    /** The line. What was redirected, no program sees; typed without it, a key would be awaited from the terminal. */
    public String text() {
        return arguments.contains(FROM_INPUT) && spec.optionsMap().containsKey(FROM_INPUT)
                ? words() + " < FILE"
                : words();
    }

    private String words() {
        StringBuilder text = new StringBuilder(spec.name());
        boolean areOptions = true;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            OptionSpec option = spec.optionsMap().get(optionName(argument));
            if (areOptions && argument.equals(DASHES)) {
                areOptions = false;
                text.append(' ').append(DASHES);
            } else if (areOptions && option != null) {
                text.append(' ').append(optionName(argument));
                if (option.arity().max() > 0) {
                    boolean isAssigned = argument.indexOf('=') >= 0;
                    i += isAssigned ? 0 : 1;
                    String value = isAssigned ? argument.substring(argument.indexOf('=') + 1) : arguments.get(i);
                    text.append(' ').append(shown(value, option.paramLabel()));
                }
            } else {
                if (areOptions && takes("-- ")) { // a program, whose options are not ours
                    areOptions = false;
                    text.append(' ').append(DASHES);
                }
                text.append(' ').append(takes(KEY) ? KEY : shown(argument, KEY));
            }
        }
        return text.toString();
    }

    /** Whether its arguments are called so. Of keys none is shown, however it looks. */
    private boolean takes(String label) {
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            if (argument.paramLabel().contains(label)) {
                return true;
            }
        }
        return false;
    }

    private static String shown(String value, String label) {
        boolean maySecret =
                ApiKey.isLikely(value) || Profile.mayBeKey(value) || (value.contains("://") && value.indexOf('@') >= 0);
        return maySecret ? label : TerminalSafe.shellWord(value);
    }

    /** The name of an option, without a value that is assigned to it. */
    public static String optionName(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }
}
