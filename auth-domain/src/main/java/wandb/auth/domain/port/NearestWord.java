package wandb.auth.domain.port;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which of some words was meant by one that was mistyped or cut short. */
public final class NearestWord {

    /** Of words as short as this, the first letter is not mistyped: too many others would be near. */
    private static final int SHORT = 4;

    private static final int MOST_SLIPS = 3;
    private static final int SHORTEST_ABBREVIATION = 2;

    private NearestWord() {}

    /**
     * The word that the fewest slips lead to, or that begins as the typed one does; the first of several.
     *
     * @param typed as it was typed; upper and lower case are the same
     * @param words what can be meant
     * @return empty if none is near
     */
    public static Optional<String> of(String typed, Collection<String> words) {
        String lower = typed.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        int fewest = 1 + Math.min(MOST_SLIPS, letters(lower) / 3);
        for (String word : words) {
            String meant = word.toLowerCase(Locale.ROOT);
            int slips = Math.abs(lower.length() - meant.length()) < fewest ? slips(lower, meant) : fewest;
            if (slips < fewest && (slips == 0 || letters(lower) > SHORT || isSameStart(lower, meant))) {
                fewest = slips;
                nearest = Optional.of(word);
            }
        }
        return nearest.or(() -> beginning(lower, words));
    }

    private static Optional<String> beginning(String start, Collection<String> words) {
        for (String word : words) {
            if (letters(start) >= SHORTEST_ABBREVIATION
                    && word.toLowerCase(Locale.ROOT).startsWith(start)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static int letters(String word) {
        return word.length() - dashes(word);
    }

    private static int dashes(String word) {
        int dashes = 0;
        while (dashes < word.length() && word.charAt(dashes) == '-') {
            dashes++;
        }
        return dashes;
    }

    private static boolean isSameStart(String typed, String word) {
        int typedAt = dashes(typed);
        int wordAt = dashes(word);
        return typedAt < typed.length() && wordAt < word.length() && typed.charAt(typedAt) == word.charAt(wordAt);
    }

    /**
     * The distance of Damerau and Levenshtein between adjacent letters: how many to leave out, put in, change or swap with
     * the next make one word of the other.
     */
    static int slips(String typed, String meant) {
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
