package wandb.auth.dist.reference;

import java.util.List;
import java.util.Optional;

/**
 * What a person writes for an option or an argument.
 *
 * @param label how the help calls it, such as {@code URL}
 * @param isProgram whether it is a program after two dashes, with arguments of its own, and not a word
 * @param known the words to choose from, as far as they are known beforehand
 * @param asked what the program is asked for where it runs, to know the words that are known there; empty if nothing
 */
record ValueModel(String label, boolean isProgram, List<String> known, Optional<String> asked) {}
