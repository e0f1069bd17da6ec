package wandb.auth.domain.syntax;

/** Character classes of keys, tokens and names: ASCII only, without the regular expressions and streams that would cost start-up. */
public final class CharacterSet {

    private CharacterSet() {}

    public static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    public static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    /** Whether the text is of nothing but digits; an empty one is. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The alphabet of base64url (RFC 4648, section 5), which keys and token segments are written in. */
    public static boolean isBase64Url(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
