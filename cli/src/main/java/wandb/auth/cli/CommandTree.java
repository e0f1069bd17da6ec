package wandb.auth.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import wandb.auth.cli.reference.CommandModel;
import wandb.auth.cli.reference.OptionModel;
import wandb.auth.cli.reference.ValueModel;
import wandb.auth.cli.reference.ValueModel.Kind;

/**
 * All commands that people call, as one model. Which they are is what the overview lists; what each takes is what it is
 * parsed with.
 */
final class CommandTree {

    private static final String PROGRAM = "wandb";
    private static final String AUTH = "auth";
    private static final OptionModel HELP = flag("Show this help.", "-h", "--help");
    private static final OptionModel VERSION = flag("Show the version.", "-V", "--version");

    private final List<String> stores;

    private CommandTree(List<String> stores) {
        this.stores = stores;
    }

    /**
     * The program with all its commands.
     *
     * @param stores the ids of the stores that an option can name
     */
    static CommandModel of(List<String> stores) {
        return new CommandTree(stores).program();
    }

    private CommandModel program() {
        List<CommandModel> commands = new ArrayList<>();
        List<CommandModel> authCommands = new ArrayList<>();
        for (Map.Entry<List<String>, String> listed : listed().entrySet()) {
            boolean isAuth = listed.getKey().getFirst().equals(AUTH);
            (isAuth ? authCommands : commands).add(command(listed.getKey(), listed.getValue()));
        }
        commands.add(group(List.of(PROGRAM, AUTH), List.of(HELP), authCommands));
        return group(List.of(PROGRAM), List.of(HELP, VERSION), commands);
    }

    /** The commands of the overview, each a line of two blanks, its words, two blanks or more, and what it does. */
    static Map<List<String>, String> listed() {
        Map<List<String>, String> listed = new LinkedHashMap<>();
        for (String line : Overview.of(PROGRAM).lines().toList()) {
            int gap = line.indexOf("  ", 2);
            if (line.startsWith("  ") && gap > 2 && !line.startsWith("  -")) {
                listed.put(
                        List.of(line.substring(2, gap).split(" ", -1)),
                        line.substring(gap).strip());
            }
        }
        return listed;
    }

    private static CommandModel group(List<String> words, List<OptionModel> options, List<CommandModel> commands) {
        String purpose =
                Overview.of(String.join(" ", words)).lines().skip(2).findFirst().orElseThrow();
        return new CommandModel(words, purpose, purpose, options, Optional.empty(), commands);
    }

    private CommandModel command(List<String> typed, String summary) {
        List<String> words = new ArrayList<>(List.of(PROGRAM));
        words.addAll(typed);
        CommandSpec spec = Parser.of(Invocation.of(typed.toArray(String[]::new))
                        .command()
                        .orElseThrow()
                        .spec())
                .getCommandSpec();
        List<OptionModel> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                options.add(option(option));
            }
        }
        Optional<ValueModel> argument = spec.positionalParameters().isEmpty()
                ? Optional.empty()
                : Optional.of(value(spec.positionalParameters().getFirst()));
        String description = String.join(" ", spec.usageMessage().description());
        return new CommandModel(words, summary, description, options, argument, List.of());
    }

    private OptionModel option(OptionSpec option) {
        Optional<ValueModel> value = option.arity().max() == 0 ? Optional.empty() : Optional.of(value(option));
        return new OptionModel(
                List.of(option.names()), value, option.required(), String.join(" ", option.description()));
    }

    private ValueModel value(ArgSpec argument) {
        String label = argument.paramLabel();
        Kind kind = label.equals(ExecCommand.PROGRAM) ? Kind.PROGRAM : Kind.WORD;
        return new ValueModel(label, kind, label.equals(StoreOption.ID) ? stores : candidates(argument));
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
