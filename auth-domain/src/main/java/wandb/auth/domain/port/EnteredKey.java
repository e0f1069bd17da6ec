package wandb.auth.domain.port;

import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.message.Messages;

/**
 * A key as a person gives it: as an argument, on standard input, at the prompt or in a variable. White space, line ends
 * and a byte order mark around it and one pair of quotation marks are what copying adds; they are left out, and that is
 * to be said. Files and stores are read exactly instead.
 *
 * @param key the key
 * @param removed what was left out around it, in words; empty if nothing was
 */
public record EnteredKey(ApiKey key, String removed) {

    /** Opening and closing marks by their place: ASCII, typographic, and those of other languages. */
    private static final String OPENING = "\"'`\u201c\u2018\u201e\u201a\u00ab\u2039";

    private static final String CLOSING = "\"'`\u201d\u2019\u201c\u2018\u00bb\u203a";

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * The key in the text.
     *
     * @throws InvalidApiKeyException if what remains is not one; the message says why without quoting it
     */
    public static EnteredKey parse(String text) {
        Inside inside = new Inside(text);
        ApiKey key = ApiKey.parse(inside.text());
        int times = repetitions(inside.text());
        if (times > 1) {
            int length = inside.text().length() / times;
            throw new InvalidApiKeyException(
                    InvalidApiKeyException.Problem.REPEATED, Messages.sameKeyInARow(times, length));
        }
        return new EnteredKey(key, inside.removed());
    }

    /** The text without what may stand around a key, whatever it is. */
    public static String strip(String text) {
        return new Inside(text).text();
    }

    /** How often a shorter key stands in the text, which is nothing else; 1 if it is one key. */
    private static int repetitions(String text) {
        for (int times = text.length() / ApiKey.MIN_SECRET_LENGTH; times > 1; times--) {
            int length = text.length() / times;
            if (text.length() % times == 0 && isPeriod(text, length) && isKey(text.substring(0, length))) {
                return times;
            }
        }
        return 1;
    }

    private static boolean isPeriod(String text, int length) {
        return text.startsWith(text.substring(length));
    }

    private static boolean isKey(String text) {
        try {
            return !ApiKey.parse(text).reveal().isEmpty();
        } catch (InvalidApiKeyException e) {
            return false;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EnteredKey[***]";
    }

    /** What is inside of blanks and quotation marks. */
    private static final class Inside {

        private final String whole;
        private int start;
        private int end;
        private boolean hadMark;
        private boolean hadSpace;
        private boolean hadQuotes;

        Inside(String whole) {
            this.whole = whole;
            this.end = whole.length();
            skipSpace();
            int mark = end - start >= 2 ? OPENING.indexOf(whole.charAt(start)) : -1;
            if (mark >= 0 && whole.charAt(end - 1) == CLOSING.charAt(mark)) {
                hadQuotes = true;
                start++;
                end--;
                skipSpace();
            }
        }

        private void skipSpace() {
            while (start < end && isSpace(whole.charAt(start))) {
                start++;
            }
            while (end > start && isSpace(whole.charAt(end - 1))) {
                end--;
            }
        }

        /** White space of every kind, also without a width; what it is, is noted. */
        private boolean isSpace(char c) {
            if (c == BYTE_ORDER_MARK) {
                hadMark = true;
                return true;
            }
            boolean isSpace = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || c == '\u0085'
                    || (c >= '\u200b' && c <= '\u200f')
                    || c == '\u2060';
            hadSpace |= isSpace;
            return isSpace;
        }

        String text() {
            return whole.substring(start, end);
        }

        String removed() {
            StringBuilder words = new StringBuilder();
            append(words, hadMark, Messages.BYTE_ORDER_MARK);
            append(words, hadSpace, Messages.WHITE_SPACE);
            append(words, hadQuotes, Messages.QUOTATION_MARKS);
            return words.toString();
        }

        private static void append(StringBuilder words, boolean had, String word) {
            if (had) {
                words.append(words.isEmpty() ? "" : ", ").append(word);
            }
        }
    }
}
