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
        for (String word : command.argument().map(ValueModel::known).orElse(List.of())) {
            candidates.add(new Candidate(word, ""));
        }
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
}
