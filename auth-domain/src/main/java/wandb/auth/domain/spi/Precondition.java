package wandb.auth.domain.spi;

import wandb.auth.domain.Revision;

/**
 * What the caller of a change expects to be there; where something else is, nothing is changed.
 *
 * @since 0.2
 */
public sealed interface Precondition {

    /** Whatever is there, or nothing. */
    record Anything() implements Precondition {}

    /** No item. */
    record Absent() implements Precondition {}

    /**
     * The item that was read before.
     *
     * @param revision its revision
     */
    record Exactly(Revision revision) implements Precondition {}

    /** Whether this holds for an item of that revision. */
    default boolean matches(Revision present) {
        return switch (this) {
            case Anything anything -> true;
            case Absent absent -> false;
            case Exactly exactly -> exactly.revision().equals(present);
        };
    }

    /** Whether this holds where there is no item. */
    default boolean matchesNone() {
        return !(this instanceof Exactly);
    }
}
