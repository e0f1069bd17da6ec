package wandb.auth.domain.port;

import wandb.auth.domain.syntax.CharacterSet;

/** Hides a secret in text of somebody to whom it was given, who may repeat it whole, in part or in pieces. */
public final class SecretMask {

    /** What stands in the place of a secret. */
    public static final String HIDDEN = "***";

    /** A shorter run of its letters and digits gives nothing away, and may be a word. */
    private static final int LONGEST_SHOWN_RUN = 7;

    private SecretMask() {}

    /** The text without any run of the secret's letters and digits, in whichever case and whatever stands between them. */
    public static String mask(String text, String secret) {
        String plain = OutsideText.condensed(text);
        int[] places = new int[plain.length()];
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (CharacterSet.isLetterOrDigit(text.charAt(i))) {
                places[letters] = i;
                letters++;
            }
        }
        String hidden = OutsideText.condensed(secret);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        int at = 0;
        while (at < plain.length()) {
            int length = longestRun(plain, at, hidden);
            if (length > LONGEST_SHOWN_RUN) {
                shown.append(text, from, places[at]).append(HIDDEN);
                from = places[at + length - 1] + 1;
                at += length;
            } else {
                at++;
            }
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** How many letters from there on stand in the secret one after the other. */
    private static int longestRun(String plain, int at, String hidden) {
        int longest = 0;
        while (at + longest < plain.length() && hidden.contains(plain.substring(at, at + longest + 1))) {
            longest++;
        }
        return longest;
    }
}
