package wandb.auth.domain.port;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.message.Messages;

/**
 * A key as a person gives it: as an argument, on standard input, at the prompt or in a variable. White space, line ends
 * and a byte order mark around it and one pair of quotation marks are what copying adds; they are left out, and that is
 * to be said. Files and stores are read exactly instead.
 *
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
        String inside = strip(text);
        ApiKey key = ApiKey.parse(inside);
        int times = repetitions(inside);
        if (times > 1) {
            int length = inside.length() / times;
            throw new InvalidApiKeyException(
                    InvalidApiKeyException.Problem.REPEATED, Messages.sameKeyInARow(times, length));
        }
        return new EnteredKey(key, inside.equals(text) ? "" : inWords(text.replace(inside, "")));
    }

    /** The text without what may stand around a key, whatever it is. */
    public static String strip(String text) {
        String inner = withoutSpace(text);
        int mark = inner.length() >= 2 ? OPENING.indexOf(inner.charAt(0)) : -1;
        return mark >= 0 && inner.charAt(inner.length() - 1) == CLOSING.charAt(mark)
                ? withoutSpace(inner.substring(1, inner.length() - 1))
                : inner;
    }

    private static String withoutSpace(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String inWords(String removed) {
        List<String> words = new ArrayList<>();
        if (removed.indexOf(BYTE_ORDER_MARK) >= 0) {
            words.add(Messages.BYTE_ORDER_MARK);
        }
        if (removed.chars().anyMatch(c -> isSpace((char) c) && c != BYTE_ORDER_MARK)) {
            words.add(Messages.WHITE_SPACE);
        }
        if (!removed.chars().allMatch(c -> isSpace((char) c))) {
            words.add(Messages.QUOTATION_MARKS);
        }
        return String.join(", ", words);
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

    /** White space of every kind, also without a width. */
    private static boolean isSpace(char c) {
        return c == BYTE_ORDER_MARK
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u0085'
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\u2060';
    }
}
