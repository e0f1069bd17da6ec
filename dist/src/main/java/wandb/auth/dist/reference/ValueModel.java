package wandb.auth.dist.reference;

import java.util.List;
import java.util.Optional;

/**
 * What a person writes for an option or an argument.
 *
 * @param label how the help calls it, such as {@code URL}
 * @param kind what it is
 * @param known the words to choose from, as far as they are known beforehand
 * @param asked what the program is asked for where it runs, to know the words that are known there; empty if nothing
 */
public record ValueModel(String label, Kind kind, List<String> known, Optional<String> asked) {

    /** What a value is. */
    public enum Kind {
        /** A word. */
        WORD,
        /** A program after two dashes, with arguments of its own. */
        PROGRAM
    }

    /** An immutable copy. */
    public ValueModel {
        known = List.copyOf(known);
    }
}
