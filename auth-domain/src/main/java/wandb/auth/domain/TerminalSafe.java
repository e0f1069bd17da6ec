package wandb.auth.domain;

/**
 * Text from outside (a file, the environment, a server, an argument) made safe to show on a terminal.
 *
 * <p>Control characters, line and paragraph separators, bidirectional controls and lone surrogates are replaced by an
 * escape such as {@code \x1b} or {@code \u202e}, so that shown text can neither drive the terminal nor forge a line
 * (CVE-2024-50349). Every other character stays.
 *
 * @since 0.2
 */
public final class TerminalSafe {

    private static final int LONGEST = 200;

    private TerminalSafe() {}

    /** The text with everything escaped that a terminal would act on; cut where it would fill more than a few lines. */
    public static String of(String text) {
        return escaped(text, LONGEST);
    }

    /** The same in full: for what is of no use when cut, such as the name of a file. */
    public static String whole(String text) {
        return escaped(text, Integer.MAX_VALUE);
    }

    /** The same in full, as one word of a command for a POSIX shell. */
    public static String shellWord(String text) {
        String word = whole(text);
        if (word.isEmpty()) {
            return "''";
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || "/._-+@,:=".indexOf(c) >= 0;
            if (!plain) {
                return "'" + word.replace("'", "'\\''") + "'";
            }
        }
        return word;
    }

    private static String escaped(String text, int longest) {
        int safe = 0;
        while (safe < text.length() && isPlain(text.charAt(safe))) {
            safe++;
        }
        if (safe == text.length() && safe <= longest) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && shown.length() < longest) {
            int codePoint = text.codePointAt(at);
            append(shown, codePoint);
            at += Character.charCount(codePoint);
        }
        return at < text.length() ? shown.append("...").toString() : shown.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~';
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (!actsOnTerminal(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else if (codePoint <= 0xff) {
            shown.append("\\x").append(hex(codePoint, 2));
        } else {
            shown.append("\\u").append(hex(codePoint, 4));
        }
    }

    private static boolean actsOnTerminal(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String hex(int value, int digits) {
        String hex = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
