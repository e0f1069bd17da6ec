package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A word that can stand at a place of the command line.
 *
 * @param description what it does; empty if nobody said so
 */
record Candidate(String word, String description) {

    /** What can follow the words of a command: what it takes, else its options. */
    static List<Candidate> after(CommandModel command) {
        List<Candidate> candidates = new ArrayList<>();
        for (CommandModel subcommand : command.subcommands()) {
            candidates.add(new Candidate(subcommand.word(), subcommand.summary()));
        }
        command.argument().map(Candidate::known).ifPresent(candidates::addAll);
        for (OptionModel option : command.options()) {
            for (String name : option.names()) {
                candidates.add(new Candidate(name, option.summary()));
            }
        }
        if (command.startsProgram()) {
            candidates.add(new Candidate("--", "The program follows."));
        }
        return candidates;
    }

    /** The words to choose from, which nobody describes. */
    static List<Candidate> known(ValueModel value) {
        return value.known().stream().map(word -> new Candidate(word, "")).toList();
    }
}
