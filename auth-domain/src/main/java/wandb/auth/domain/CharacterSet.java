package wandb.auth.domain;

/** Character classes of keys, tokens and names: ASCII only, without the regular expressions and streams that would cost start-up. */
final class CharacterSet {

    private CharacterSet() {}

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    /** Whether the text is of nothing but digits; an empty one is. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The alphabet of base64url (RFC 4648, section 5), which keys and token segments are written in. */
    static boolean isBase64Url(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
