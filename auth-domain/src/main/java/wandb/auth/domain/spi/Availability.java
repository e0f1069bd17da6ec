package wandb.auth.domain.spi;

import java.util.List;
import wandb.auth.domain.Reason;

/**
 * Whether a store can be used on this machine.
 *
 * @since 0.1
 */
public sealed interface Availability {

    /**
     * It can: a key that somebody saves now would be kept.
     *
     * @param remarks what else should be known, such as which program keeps the secrets, each a sentence without a secret
     * @param forgets whether nothing is left of what was erased; a store that keeps a name, a version or an item in a recycle
     *     bin is not given probe credentials
     * @since 0.2, before without its components
     */
    record Usable(List<String> remarks, boolean forgets) implements Availability {
        public Usable {
            remarks = List.copyOf(remarks);
        }

        /** The same of a store that forgets, and nothing else to be known. */
        public Usable() {
            this(List.of(), true);
        }
    }

    /**
     * It cannot.
     *
     * @param reason what is missing, and how to get it
     */
    record NotUsable(Reason reason) implements Availability {}
}
