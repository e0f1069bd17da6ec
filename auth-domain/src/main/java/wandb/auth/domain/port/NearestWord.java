package wandb.auth.domain.port;

import java.util.Optional;

/** Which word was meant by one that does not exist: the one that is the fewest slips of the finger away. */
public final class NearestWord {

    private static final int MOST_SLIPS = 2;

    private NearestWord() {}

    /**
     * Guesses.
     *
     * @param typed what was typed
     * @param words what could have been meant
     * @return the nearest; empty if none is near
     */
    public static Optional<String> of(String typed, Iterable<String> words) {
        Optional<String> nearest = Optional.empty();
        int fewest = 1 + Math.min(MOST_SLIPS, typed.length() / 2);
        for (String word : words) {
            int slips = slips(typed, word);
            if (slips < fewest) {
                fewest = slips;
                nearest = Optional.of(word);
            }
        }
        return nearest;
    }

    /** How many letters to leave out, put in, change or swap with the next make one word of the other. */
    public static int slips(String typed, String meant) {
        int[][] slips = new int[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : fewest(slips, typed, i, meant, j);
            }
        }
        return slips[typed.length()][meant.length()];
    }

    private static int fewest(int[][] slips, String typed, int i, String meant, int j) {
        boolean same = typed.charAt(i - 1) == meant.charAt(j - 1);
        int fewest = Math.min(slips[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1);
        return swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
    }
}
