package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.cli.command.Example;

/**
 * One command that people call, or a group of them.
 *
 * @param words what is typed to call it, from the program's name on
 * @param options its options; those that are hidden from help are not among them
 * @param argument what it takes after the options
 * @param subcommands the commands of a group; empty for a command
 */
record CommandModel(
        List<String> words,
        String summary,
        String description,
        List<OptionModel> options,
        Optional<ValueModel> argument,
        List<CommandModel> subcommands,
        List<Example> examples) {

    String word() {
        return words.getLast();
    }

    /** Its words as they are typed. */
    String line() {
        return String.join(" ", words);
    }

    /** Whether it only has commands below it. */
    boolean isGroup() {
        return !subcommands.isEmpty();
    }

    /** Whether it starts a program that is named after two dashes. */
    boolean startsProgram() {
        return argument.isPresent() && argument.get().isProgram();
    }

    /** This one and all below it, each before those below it. */
    List<CommandModel> all() {
        List<CommandModel> all = new ArrayList<>(List.of(this));
        for (CommandModel subcommand : subcommands) {
            all.addAll(subcommand.all());
        }
        return all;
    }
}
