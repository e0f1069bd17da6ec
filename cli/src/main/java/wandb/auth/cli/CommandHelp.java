package wandb.auth.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.terminal.ProgramName;

/** The help of a command: how it is called, what it does, its options under headings, and examples. */
final class CommandHelp {

    private static final int LONGEST_LABEL = 24;

    private CommandHelp() {}

    /**
     * The help of a command, or of a group of them.
     *
     * @param words the command, without the program's name; none for the overview
     * @param columns how wide the terminal is
     * @throws UsageException if there is no such command; its message says what was meant
     */
    static String of(List<String> words, ProgramName program, int columns) {
        String[] typed = words.toArray(String[]::new);
        CommandLineRouter route = CommandLineRouter.of(program, typed);
        if (route.command().filter(Commands::isListed).isPresent()) {
            return page(route.command().get(), program, columns);
        }
        boolean isGroup = route.rest().length == 0;
        if (isGroup) {
            return HelpText.of(route.line(), program, columns);
        }
        throw UnknownCommand.of(program, typed).problemOfHelp();
    }

    /** The help of a command, for a program that was started by this name. */
    static String page(Commands command, ProgramName program, int columns) {
        CommandSpec spec = command.spec();
        HelpPage page = new HelpPage(program, columns);
        page.paragraph("Usage: " + usage(command.line(), spec));
        page.blank().paragraph(String.join(" ", spec.usageMessage().description()));
        arguments(spec, page);
        options(spec, page);
        page.examples(command.examples());
        return page.text();
    }

    private static String usage(String line, CommandSpec spec) {
        StringBuilder usage = new StringBuilder(line);
        for (OptionSpec option : spec.options()) {
            usage.append(option.required() ? " " + label(option) : "");
        }
        usage.append(" [OPTIONS]");
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            usage.append(' ').append(argument.paramLabel());
        }
        return usage.toString();
    }

    private static void arguments(CommandSpec spec, HelpPage page) {
        List<String[]> rows = new ArrayList<>();
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            rows.add(new String[] {argument.paramLabel(), String.join(" ", argument.description())});
        }
        page.table("Arguments", rows, LONGEST_LABEL);
    }

    private static void options(CommandSpec spec, HelpPage page) {
        for (OptionGroup group : OptionGroup.values()) {
            List<OptionSpec> options = new ArrayList<>();
            for (OptionSpec option : spec.options()) {
                if (!option.hidden() && OptionGroup.of(firstName(option)) == group) {
                    options.add(option);
                }
            }
            options.sort(Comparator.comparingInt(option -> group.rank(firstName(option))));
            List<String[]> rows = new ArrayList<>();
            for (OptionSpec option : options) {
                rows.add(new String[] {label(option), String.join(" ", option.description())});
            }
            boolean isOnly = rows.size() == shown(spec);
            page.table(isOnly ? "Options" : group.heading(), rows, LONGEST_LABEL);
        }
    }

    private static int shown(CommandSpec spec) {
        int shown = 0;
        for (OptionSpec option : spec.options()) {
            shown += option.hidden() ? 0 : 1;
        }
        return shown;
    }

    private static String firstName(OptionSpec option) {
        return option.names()[0];
    }

    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }
}
