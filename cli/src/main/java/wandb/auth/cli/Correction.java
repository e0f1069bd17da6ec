package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.port.NearestWord;

/** What was meant by a command line that is wrong: the nearest one that is right. */
final class Correction {

    /** So many words are put right. */
    private static final int MOST = 4;

    private final ProgramName program;
    private List<String> words;
    private boolean hasNewCommand;

    private Correction(ProgramName program, List<String> words) {
        this.program = program;
        this.words = words;
    }

    /** The command line that was meant, as it can be typed, written with {@code wandb}; empty if none is near. */
    static Optional<String> of(ProgramName program, String... args) {
        return new Correction(program, List.of(args)).line();
    }

    /** The words of the command that was meant, without the program's name, of words that name none. */
    static Optional<String> command(String... typed) {
        List<String> all = List.of(typed);
        boolean isInAuth = !all.isEmpty() && all.getFirst().equals(Commands.AUTH_WORD);
        List<String> rest = isInAuth ? all.subList(1, all.size()) : all;
        return rest.isEmpty() ? Optional.empty() : command(rest.getFirst(), isInAuth);
    }

    private Optional<String> line() {
        for (int i = 0; i < MOST; i++) {
            CommandLineRouter route = CommandLineRouter.of(program, words.toArray(String[]::new));
            Optional<Commands> command = route.command();
            boolean isBetter;
            if (command.isEmpty()) {
                if (isComplete(route.rest())) {
                    return Optional.of(program.typed() + " " + String.join(" ", withoutIgnored(route.rest().length)));
                }
                isBetter = putCommandRight();
            } else {
                CommandSpec spec = command.get().spec();
                Optional<String> unmatched = problem(command.get(), route.rest());
                if (unmatched.isEmpty()) {
                    return Optional.of(new ShownCommandLine(spec, List.of(route.rest())).text());
                }
                isBetter = putOptionRight(command.get(), spec, unmatched.get(), route.rest());
            }
            if (!isBetter) {
                return hasNewCommand ? command.map(Commands::line) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What follows the option of a group has no effect, and may be anything: a key too. */
    private List<String> withoutIgnored(int rest) {
        return words.subList(0, words.size() - Math.max(0, rest - 1));
    }

    /** The group alone, or one of the options that each group has. */
    private static boolean isComplete(String... rest) {
        return rest.length == 0 || List.of("--help", "-h", "--version", "-V").contains(rest[0]);
    }

    /** What the command cannot do with its arguments: the option that it does not have, or nothing in particular. */
    private static Optional<String> problem(Commands command, String... rest) {
        try {
            command.parser(command.command()).parseArgs(rest);
            return Optional.empty();
        } catch (UnmatchedArgumentException e) {
            return Optional.of(e.getUnmatched().getFirst());
        } catch (ParameterException e) {
            return Optional.of(unknownOption(command.spec(), rest));
        }
    }

    /** Where a required option is missing, the parser does not say which others it does not know. */
    private static String unknownOption(CommandSpec spec, String... rest) {
        for (String argument : rest) {
            if (argument.equals("--")) {
                return "";
            }
            if (argument.startsWith("-") && !spec.optionsMap().containsKey(ShownCommandLine.optionName(argument))) {
                return argument;
            }
        }
        return "";
    }

    private boolean putCommandRight() {
        boolean isInAuth = words.getFirst().equals(Commands.AUTH_WORD);
        List<String> rest = isInAuth ? words.subList(1, words.size()) : words;
        hasNewCommand = true;
        if (rest.getFirst().startsWith("-")) {
            return putOptionBehindCommand(rest);
        }
        Optional<String> ofTwo = rest.size() > 1
                ? Synonyms.command(rest.getFirst() + "-" + rest.get(1)) // as in 'log out'
                : Optional.empty();
        Optional<String> meant = ofTwo.or(() -> command(rest.getFirst(), isInAuth));
        int taken = ofTwo.isPresent() ? 2 : 1;
        meant.ifPresent(command -> words = joined(command, rest.subList(taken, rest.size())));
        return meant.isPresent();
    }

    private static List<String> joined(String command, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(command.split(" ", -1)));
        all.addAll(rest);
        return all;
    }

    private static Optional<String> command(String word, boolean isInAuth) {
        return Synonyms.command(word).or(() -> nearest(word, isInAuth)).or(() -> Synonyms.nearCommand(word));
    }

    /** By a slip of the finger; of equally near ones, that of the group. */
    private static Optional<String> nearest(String word, boolean isInAuth) {
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        for (Commands command : Commands.values()) {
            boolean isOfGroup = command.group().equals(isInAuth ? HelpText.AUTH : HelpText.PROGRAM);
            if (command.isListed()) {
                (isOfGroup ? near : far).add(command.word());
            }
        }
        near.addAll(far);
        near.add(Commands.AUTH_WORD);
        return NearestWord.of(word, near).map(Correction::words);
    }

    private static String words(String word) {
        for (Commands command : Commands.values()) {
            if (command.isListed() && command.word().equals(word)) {
                return inside(command);
            }
        }
        return word;
    }

    /** An option in the place of a command: that of a command further on, or of the first one that has it. */
    private boolean putOptionBehindCommand(List<String> rest) {
        String option = ShownCommandLine.optionName(rest.getFirst());
        if (putOptionOfProgramAlone(option)) {
            return true;
        }
        for (int i = 1; i < rest.size(); i++) {
            CommandLineRouter later =
                    CommandLineRouter.of(program, rest.subList(i, rest.size()).toArray(String[]::new));
            if (later.command().isPresent()) {
                List<String> all = joined(inside(later.command().get()), rest.subList(0, i));
                all.addAll(List.of(later.rest()));
                words = all;
                return true;
            }
        }
        for (Commands command : Commands.values()) {
            if (command.isListed() && option(command.spec(), option).isPresent()) {
                words = joined(inside(command), rest);
                return true;
            }
        }
        return false;
    }

    /** What other tools call --help or --version, or a slip of the finger in one of them. */
    private boolean putOptionOfProgramAlone(String typed) {
        Optional<String> known = Synonyms.options(typed);
        List<String> near = known.isPresent()
                ? List.of(known.get().split(" ", -1))
                : NearestWord.of(typed, List.of("--help", "--version")).stream().toList();
        for (String own : near) {
            if (isComplete(own)) {
                words = List.of(own);
                return true;
            }
        }
        return false;
    }

    private static String inside(Commands command) {
        return command.line().substring(HelpText.PROGRAM.length() + 1);
    }

    private boolean putOptionRight(Commands command, CommandSpec spec, String unmatched, String... rest) {
        if (!unmatched.startsWith("-")) {
            String option = "--" + unmatched; // as in 'logout all'
            boolean isOption = spec.optionsMap().containsKey(option) && unmatched.length() > 1;
            if (isOption) {
                words = joined(inside(command), replaced(spec, unmatched, option, rest));
            }
            return isOption;
        }
        String typed = ShownCommandLine.optionName(unmatched);
        Optional<String> meant = synonym(spec, typed);
        if (meant.isEmpty()) {
            List<Commands> owners = Commands.having(typed);
            if (!owners.isEmpty()) {
                hasNewCommand = false;
                words = joined(inside(owners.getFirst()), List.of(rest));
                return owners.size() == 1;
            }
            meant = nearest(spec, typed);
        }
        meant.ifPresent(option -> words = joined(inside(command), replaced(spec, unmatched, option, rest)));
        return meant.isPresent() || putOptionOfProgramAlone(typed);
    }

    private static Optional<String> option(CommandSpec spec, String typed) {
        return spec.optionsMap().containsKey(typed)
                ? Optional.of(typed)
                : synonym(spec, typed).or(() -> nearest(spec, typed));
    }

    private static Optional<String> synonym(CommandSpec spec, String typed) {
        for (String option : Synonyms.options(typed).orElse("").split(" ", -1)) {
            if (spec.optionsMap().containsKey(option)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nearest(CommandSpec spec, String typed) {
        List<String> names = new ArrayList<>(spec.optionsMap().keySet());
        names.removeIf(name -> !name.startsWith("--"));
        return NearestWord.of(typed, names);
    }

    /** The arguments with another option, and without a value that it does not take. */
    private static List<String> replaced(CommandSpec spec, String unmatched, String option, String... rest) {
        OptionSpec taken = spec.optionsMap().get(option);
        boolean hasValue = taken != null && taken.arity().max() > 0;
        int equals = unmatched.indexOf('=');
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < rest.length; i++) {
            if (!rest[i].equals(unmatched)) {
                arguments.add(rest[i]);
                continue;
            }
            arguments.add(hasValue && equals > 0 ? option + unmatched.substring(equals) : option);
            boolean isOfOption =
                    equals < 0 && isInPlaceOfValue(option) && i + 1 < rest.length && !rest[i + 1].startsWith("-");
            i += isOfOption ? 1 : 0;
        }
        return arguments;
    }

    /** Whether other tools write a value after what is a switch of ours. */
    private static boolean isInPlaceOfValue(String option) {
        return option.equals("--key-stdin") || option.equals("--json");
    }
}
