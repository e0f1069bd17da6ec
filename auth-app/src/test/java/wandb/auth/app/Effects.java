package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is changed, in order, each with the state in which it finds the machine; can cut a run off at any of them. */
public final class Effects {

    /** The run is cut off, as by a kill. */
    public static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<String> seen = new ArrayList<>();
    private final Supplier<String> state;
    private int left = Integer.MAX_VALUE;

    public Effects(Supplier<String> state) {
        this.state = state;
    }

    /** The run ends before the effect of that number, counted from 0. */
    public void cutOffAt(int number) {
        left = number;
    }

    /** Nothing is cut off any more, and what was seen is forgotten. */
    public void goOn() {
        left = Integer.MAX_VALUE;
        seen.clear();
    }

    /** An effect is about to take place. */
    public void about(String effect) {
        if (left == 0) {
            throw new CutOff();
        }
        left--;
        seen.add(effect + " where " + state.get());
    }

    public List<String> seen() {
        return List.copyOf(seen);
    }
}
