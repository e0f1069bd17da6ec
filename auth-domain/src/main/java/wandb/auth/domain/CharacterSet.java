package wandb.auth.domain;

/** Character classes of keys, tokens and names: ASCII only, without the regular expressions and streams that would cost start-up. */
final class CharacterSet {

    private CharacterSet() {}

    static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
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

    /** Three non-empty base64url segments separated by dots: the compact form of a JWT (RFC 7519). */
    static boolean isJsonWebToken(String text) {
        int dots = 0;
        int segment = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (segment == 0) {
                    return false;
                }
                dots++;
                segment = 0;
            } else if (isBase64Url(c)) {
                segment++;
            } else {
                return false;
            }
        }
        return dots == 2 && segment > 0;
    }
}
