package wandb.auth.domain;

/**
 * Which state of an item a store answered about: equal as long as the item has not changed. What it is made of is the
 * store's own business (a version number, the item itself), so it is never shown.
 *
 * @since 0.1
 */
public final class Revision {

    private final String state;

    private Revision(String state) {
        this.state = state;
    }

    /** The revision that stands for this state of the item. */
    public static Revision of(String state) {
        return new Revision(state);
    }

    /** The state, for the store that made it. */
    public String state() {
        return state;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Revision revision && state.equals(revision.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    /** Without the state, which may be the secret itself. */
    @Override
    public String toString() {
        return "Revision[...]";
    }
}
