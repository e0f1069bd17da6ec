package wandb.auth.domain;

import wandb.auth.domain.syntax.CharacterSet;

/**
 * The name of one of several accounts on the same server: 1 to {@value #MAX_LENGTH} ASCII letters, digits, dots, dashes
 * and underscores, not starting with a dash. What may be an API key is no name: names are shown.
 *
 * @param name the name as written
 */
public record Profile(String name) {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 64;

    /** The profile that is meant where none is named. */
    public static final Profile DEFAULT = new Profile("default");

    /**
     * Checks the name.
     *
     * @throws InvalidProfileException where it is none
     */
    public Profile {
        if (mayBeKey(name)) {
            throw new InvalidProfileException("This looks like an API key, and is not taken as a profile name.");
        }
        if (name.isEmpty() || name.length() > MAX_LENGTH || name.startsWith("-") || !isPlain(name)) {
            throw new InvalidProfileException((ApiKey.isLikely(name) ? "This" : "'" + TerminalSafe.of(name) + "'")
                    + " is no profile name: use up to " + MAX_LENGTH
                    + " letters, digits, dots, dashes and underscores, not starting with a dash.");
        }
    }

    /** Whether the text may be an API key, or hold most of one, so that it must not be shown as a name is. */
    public static boolean mayBeKey(String text) {
        int secret = text.indexOf('-') + 1;
        return ApiKey.isLikelyAsName(text)
                || (text.length() - secret >= ApiKey.MIN_SECRET_LENGTH && text.indexOf('.', secret) < 0);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!CharacterSet.isBase64Url(c) && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the profile that is meant where none is named. */
    public boolean isDefault() {
        return equals(DEFAULT);
    }

    @Override
    public String toString() {
        return name;
    }
}
