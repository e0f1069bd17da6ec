package wandb.auth.cli.option;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Range;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;

/** Declares the options and arguments of a command, and reads those without a value. */
public final class Options {

    /** The answer is for a program. */
    public static final String JSON = "--json";

    /** The parser would read these from the same texts for each option. */
    private static final Range NO_VALUE = new Range(0, 0, false, true, "0");

    private static final Range ONE_VALUE = new Range(1, 1, false, true, "1");
    private static final Range AT_MOST_ONE = new Range(0, 1, false, false, "0..1");
    private static final Range ANY = new Range(0, Integer.MAX_VALUE, true, false, "0..*");

    private Options() {}

    /**
     * One to add to. Its texts hold no variables; looking for them would be a third of the time that setting it up takes.
     *
     * @param description what the command does, as its help says it
     */
    public static CommandSpec of(String... description) {
        CommandSpec spec = CommandSpec.create().interpolateVariables(false);
        spec.usageMessage().description(description);
        return spec;
    }

    /** Adds one without a value. */
    public static void addFlag(CommandSpec spec, String name, String description) {
        spec.addOption(flag(name).description(description).build());
    }

    /** Adds one without a value that no help lists. */
    public static void addHidden(CommandSpec spec, String name, String... others) {
        spec.addOption(flag(name, others).hidden(true).build());
    }

    /** Adds those that every command has. */
    public static void addHelp(CommandSpec spec) {
        spec.addOption(flag("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }

    private static OptionSpec.Builder flag(String name, String... others) {
        return OptionSpec.builder(name, others).arity(NO_VALUE);
    }

    /** Adds one with a value, which the help calls by the label. */
    public static void addText(CommandSpec spec, String name, String label, String description) {
        spec.addOption(text(label, name).description(description).build());
    }

    /** One with a value, which the help calls by the label. */
    static OptionSpec.Builder text(String label, String name, String... others) {
        return OptionSpec.builder(name, others)
                .paramLabel(label)
                .arity(ONE_VALUE)
                .type(String.class);
    }

    /** An argument that may be left out. */
    public static PositionalParamSpec.Builder argument(String label) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .hideParamSyntax(true)
                .arity(AT_MOST_ONE)
                .type(String.class);
    }

    /** Any number of arguments, each by itself, as options may stand between them. */
    public static PositionalParamSpec.Builder arguments(String label) {
        return argument(label).index(ANY).type(List.class).auxiliaryTypes(String.class);
    }

    /** Whether the option is given, which has no value. */
    public static boolean isOn(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, false);
    }

    /**
     * Switches are given or left out. The parser would take {@code --verify=false} for neither of these.
     *
     * @throws UsageException if one is given a value
     */
    public static void refuseValuesOfSwitches(ParseResult arguments) {
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
