package wandb.auth.domain.syntax;

import java.util.Base64;

/**
 * The compact form of a JWT (RFC 7519): three base64url segments separated by dots, of which the first two, its header
 * and its claims, are JSON objects. Any three words with dots would have the form alone.
 */
public final class JsonWebToken {

    /** The fewest characters of one: a header that names an algorithm is half of them. */
    private static final int MIN_LENGTH = 40;

    private JsonWebToken() {}

    public static boolean isOne(String text) {
        if (text.length() < MIN_LENGTH || !hasItsForm(text)) {
            return false;
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return isObject(text.substring(0, first)) && isObject(text.substring(first + 1, second));
    }

    /** Three non-empty base64url segments separated by dots, whatever they hold. */
    public static boolean hasItsForm(String text) {
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
            } else if (CharacterSet.isBase64Url(c)) {
                segment++;
            } else {
                return false;
            }
        }
        return dots == 2 && segment > 0;
    }

    private static boolean isObject(String segment) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(segment);
            return new JsonObjectSyntax(json).isObject();
        } catch (IllegalArgumentException e) {
            return false; // a length that base64 does not have
        }
    }
}
