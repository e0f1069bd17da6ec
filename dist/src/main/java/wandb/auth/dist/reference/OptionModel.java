package wandb.auth.dist.reference;

import java.util.List;
import java.util.Optional;

/**
 * One option.
 *
 * @param names how it can be written, at least one name, each with its dashes
 * @param value what is written after it; empty if it is given or not
 * @param description what it does, in sentences
 */
record OptionModel(List<String> names, Optional<ValueModel> value, boolean isRequired, String description) {

    /** The first sentence of the description, without its period. */
    String summary() {
        int end = description.indexOf(". ");
        String first = end < 0 ? description : description.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
