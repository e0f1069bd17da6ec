package wandb.auth.domain;

import java.util.List;

/**
 * The answer of a source: where it looked and the result.
 *
 * @param location where it found the credential or the trouble, else where it looked
 * @param outcome the result
 * @param remarks what else a person should know, each a sentence without a secret
 * @since 0.1
 */
public record Finding(Location location, Outcome outcome, List<String> remarks) {

    public Finding {
        remarks = List.copyOf(remarks);
    }

    /** An answer with nothing to remark. */
    public Finding(Location location, Outcome outcome) {
        this(location, outcome, List.of());
    }
}
