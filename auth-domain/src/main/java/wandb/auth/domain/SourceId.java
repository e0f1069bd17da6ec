package wandb.auth.domain;

import wandb.auth.domain.syntax.CharacterSet;

/**
 * The stable name of a source or store, as people write it after {@code --store} and in {@code auth.ini}: lower-case
 * letters, digits and dashes, and for a kind that takes a name a colon and that name, in letters, digits, dots, dashes,
 * underscores and slashes of ASCII ({@code helper:pass}, {@code helper:/opt/bin/x}).
 *
 * @param value the name
 * @since 0.1
 */
public record SourceId(String value) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is invalid, or may be a key; the message quotes it only where it is not
     */
    public SourceId {
        int colon = value.indexOf(':');
        boolean kind = isKind(colon < 0 ? value : value.substring(0, colon));
        boolean named = colon < 0 || isName(value.substring(colon + 1));
        if (!kind || !named || ApiKey.isLikelyAsName(value.substring(value.lastIndexOf('/') + 1))) {
            String subject = ApiKey.isLikely(value) || ApiKey.isLikelyAsName(value)
                    ? "what was given"
                    : "'" + TerminalSafe.of(value) + "'";
            throw new IllegalArgumentException(subject + " is not the id of a source or store");
        }
    }

    private static boolean isKind(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isAllowed = (c >= 'a' && c <= 'z') || c == '-' || (c >= '0' && c <= '9');
            if (!isAllowed) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '/' && !CharacterSet.isBase64Url(c)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
