package wandb.auth.domain;

import wandb.auth.domain.message.Messages;
import wandb.auth.domain.syntax.CharacterSet;

/**
 * The name of one of several accounts on the same server: 1 to {@value #MAX_LENGTH} ASCII letters, digits, dots, dashes
 * and underscores, not starting with a dash. What may be an API key is no name: names are shown.
 *
 * @param name the name as written
 * @since 0.1
 */
public record Profile(String name) {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 64;

    /** The profile that is meant where none is named. */
    public static final Profile DEFAULT = new Profile("default");

    /**
     * Checks the name.
     *
     * @throws InvalidProfileException if it is invalid
     */
    public Profile {
        if (mayBeKey(name)) {
            throw new InvalidProfileException(Messages.KEY_IN_PLACE_OF_PROFILE);
        }
        if (name.isEmpty() || name.length() > MAX_LENGTH || name.startsWith("-") || !isPlain(name)) {
            String subject = ApiKey.isLikely(name) ? Messages.NOT_QUOTED : "'" + TerminalSafe.of(name) + "'";
            throw new InvalidProfileException(Messages.notAProfileName(subject, MAX_LENGTH));
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
