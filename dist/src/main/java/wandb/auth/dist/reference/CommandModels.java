package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import wandb.auth.cli.Commands;
import wandb.auth.cli.HelpText;

/** All commands that people call, as one model: what the table of commands lists, with the options that are parsed. */
final class CommandModels {

    private static final OptionModel HELP = flag("Show this help.", "-h", "--help");
    private static final OptionModel VERSION = flag("Show the version.", "-V", "--version");

    /** How the help calls the id of a store. */
    private static final String STORE = "ID";

    private static final String PROFILE = "PROFILE";

    /** How the help calls the words of a command. */
    private static final String COMMAND = "[COMMAND...]";

    /** What our program is asked for, by how the help calls the value. */
    private static final Map<String, String> ASKED = Map.of("URL", "hosts", PROFILE, "profiles", STORE, "stores");

    /** How the label of a program that a command starts begins. */
    private static final String DASHES = "-- ";

    private final List<String> stores;

    private final boolean underOwnName;

    private CommandModels(List<String> stores, boolean underOwnName) {
        this.stores = stores;
        this.underOwnName = underOwnName;
    }

    /** The program with all its commands. */
    static CommandModel of(List<String> stores) {
        CommandModels models = new CommandModels(stores, false);
        List<CommandModel> commands = models.commands(HelpText.PROGRAM);
        commands.add(group(HelpText.AUTH, List.of(HELP), models.commands(HelpText.AUTH)));
        return group(HelpText.PROGRAM, List.of(HELP, VERSION), commands);
    }

    /** The same under the name that nothing else has, where all commands stand at the top. */
    static CommandModel underOwnName(List<String> stores) {
        CommandModels models = new CommandModels(stores, true);
        List<CommandModel> commands = models.commands(HelpText.PROGRAM);
        commands.addAll(models.commands(HelpText.AUTH));
        return group(HelpText.OWN_NAME, List.of(HELP, VERSION), commands);
    }

    private static CommandModel group(String line, List<OptionModel> options, List<CommandModel> commands) {
        String purpose = HelpText.purpose(line);
        return new CommandModel(
                words(line), purpose, purpose, options, Optional.empty(), commands, HelpText.examples(line));
    }

    private List<CommandModel> commands(String group) {
        return listed().filter(command -> command.group().equals(group))
                .map(this::command)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private CommandModel command(Commands command) {
        CommandSpec spec = command.spec();
        List<OptionModel> options = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(this::option)
                .toList();
        Optional<ValueModel> argument =
                spec.positionalParameters().stream().findFirst().map(this::value);
        String description = String.join(" ", spec.usageMessage().description());
        List<String> words = words(named(command.line()));
        return new CommandModel(
                words, command.summary(), description, options, argument, List.of(), command.examples());
    }

    private String named(String text) {
        return underOwnName ? HelpText.underOwnName(text) : text;
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private OptionModel option(OptionSpec option) {
        Optional<ValueModel> value = option.arity().max() == 0 ? Optional.empty() : Optional.of(value(option));
        return new OptionModel(
                List.of(option.names()), value, option.required(), named(String.join(" ", option.description())));
    }

    private ValueModel value(ArgSpec argument) {
        String label = argument.paramLabel();
        List<String> known =
                switch (label) {
                    case STORE -> stores;
                    case COMMAND -> wordsOfCommands();
                    default -> candidates(argument);
                };
        boolean isProfile = argument instanceof OptionSpec option && option.names()[0].equals("--profile");
        return new ValueModel(
                label, label.startsWith(DASHES), known, Optional.ofNullable(ASKED.get(isProfile ? PROFILE : label)));
    }

    private static List<String> wordsOfCommands() {
        return listed().flatMap(command -> words(command.line()).stream())
                .distinct()
                .filter(word -> !word.equals(HelpText.PROGRAM))
                .toList();
    }

    private static Stream<Commands> listed() {
        return Arrays.stream(Commands.values()).filter(Commands::isListed);
    }

    private static List<String> candidates(ArgSpec argument) {
        @Nullable Iterable<String> candidates = argument.completionCandidates();
        List<String> known = new ArrayList<>();
        if (candidates != null) {
            candidates.forEach(known::add);
        }
        return known;
    }

    private static OptionModel flag(String description, String... names) {
        return new OptionModel(List.of(names), Optional.empty(), false, description);
    }
}
