package wandb.auth.domain;

import java.util.Locale;
import wandb.auth.domain.InvalidApiKeyException.Problem;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.syntax.CharacterSet;
import wandb.auth.domain.syntax.JsonWebToken;

/**
 * An API key of a W&amp;B server.
 *
 * <p>Its form is an optional prefix up to the first dash (ASCII letters, digits, dot and underscore; self-managed
 * servers write their name there), then {@value #MIN_SECRET_LENGTH} or more ASCII letters, digits, underscores and
 * dashes; or a JWT in compact form. SDK 0.28.0 accepts the same, and besides any text as prefix, any letters of Unicode
 * and any three words with dots between them, which no server gives out.
 *
 * @since 0.1
 */
public final class ApiKey implements Credential {

    /** The fewest characters after the prefix (SDK 0.28.0, {@code wbauth/validation.py}). */
    public static final int MIN_SECRET_LENGTH = 40;

    private static final String V1_PREFIX = "wandb_v1_";
    private static final int LIKELY_SECRET_RUN = 20;
    private static final int LIKELY_SECRET_RUN_WITH_DASHES = 36;
    private static final int LIKELY_NAME_RUN = 32;

    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /**
     * The key that the text is.
     *
     * @throws InvalidApiKeyException if it is invalid; the message says why without quoting it
     */
    public static ApiKey parse(String text) {
        if (text.isEmpty()) {
            throw new InvalidApiKeyException(Problem.EMPTY, Messages.KEY_EMPTY);
        }
        if (!isToken(text)) {
            checkPrefixAndSecret(text);
        }
        return new ApiKey(text);
    }

    /** Almost no key has a dot. */
    private static boolean isToken(String text) {
        return text.indexOf('.') >= 0 && JsonWebToken.isOne(text);
    }

    private static void checkPrefixAndSecret(String text) {
        int start = secretStart(text);
        if (text.indexOf('.') >= 0 && JsonWebToken.hasItsForm(text)) {
            throw badCharacters(Messages.KEY_LIKE_TOKEN);
        }
        checkCharacters(text, start);
        int length = text.length() - start;
        if (length < MIN_SECRET_LENGTH) {
            throw new InvalidApiKeyException(
                    Problem.TOO_SHORT, Messages.keyTooShort(length, start > 0, MIN_SECRET_LENGTH));
        }
    }

    /** The character that does not belong there is named: many of them cannot be told from another by their looks. */
    private static void checkCharacters(String text, int secretStart) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = CharacterSet.isBase64Url(c) || (c == '.' && i < secretStart);
            if (!allowed) {
                int place = text.codePointCount(0, i) + 1;
                throw badCharacters(Messages.characterNotOfKey(place, named(text.codePointAt(i))));
            }
        }
        if (secretStart == text.length()) {
            throw badCharacters(Messages.KEY_ENDS_WITH_DASH);
        }
    }

    private static String named(int codePoint) {
        String code = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        String name = Character.getName(codePoint);
        return "U+" + "0".repeat(Math.max(0, 4 - code.length())) + code + (name == null ? "" : " (" + name + ")");
    }

    private static InvalidApiKeyException badCharacters(String message) {
        return new InvalidApiKeyException(Problem.BAD_CHARACTERS, message);
    }

    private static int secretStart(String text) {
        return text.indexOf('-') + 1;
    }

    @Override
    public String reveal() {
        return secret;
    }

    @Override
    public Summary summary() {
        String kind;
        if (isToken(secret)) {
            kind = Messages.TOKEN_AS_KEY;
        } else if (secret.startsWith(V1_PREFIX)) {
            kind = Messages.KEY_OF_VERSION_1;
        } else if (secretStart(secret) > 0) {
            kind = Messages.KEY_WITH_PREFIX;
        } else {
            kind = Messages.KEY;
        }
        return Summary.of(kind, secret);
    }

    /**
     * Whether an SDK before 0.22.3 accepts the key: those want exactly {@value #MIN_SECRET_LENGTH} characters after the
     * prefix and fail with "API key must be 40 characters long".
     */
    public boolean isAcceptedByOldSdks() {
        return !isToken(secret) && secret.length() - secretStart(secret) == MIN_SECRET_LENGTH;
    }

    /**
     * Whether a text of unknown meaning may be a key, or hold most of one, so that it must not be shown. Judged more
     * widely than {@link #parse}: a key with a typing error is as secret as the key. Letters alone are a name, such as
     * {@code ResourceNotFoundException}, unless they are as many as a key has.
     */
    public static boolean isLikely(String text) {
        int run = 0;
        int dashedRun = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dashedRun = CharacterSet.isBase64Url(c) ? dashedRun + 1 : 0;
            run = dashedRun == 0 || c == '-' ? 0 : run + 1;
            letters = CharacterSet.isLetter(c) ? letters + 1 : 0;
            if ((run >= LIKELY_SECRET_RUN && run > letters)
                    || (dashedRun >= LIKELY_SECRET_RUN_WITH_DASHES && dashedRun > letters)
                    || letters >= MIN_SECRET_LENGTH) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether one word in the place of a name (a machine's without dots, a store's, a file's) is rather a key: {@value
     * #LIKELY_NAME_RUN} letters and digits in a row, as many characters as a key has without a dash, or the beginning of a
     * newer key. A name is longer than a word of a message, and may hold dashes.
     */
    public static boolean isLikelyAsName(String word) {
        if (word.length() < LIKELY_NAME_RUN) { // as most names, of which each run judges dozens
            return word.startsWith(V1_PREFIX);
        }
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = CharacterSet.isLetterOrDigit(word.charAt(i)) ? run + 1 : 0;
            if (run >= LIKELY_NAME_RUN) {
                return true;
            }
        }
        boolean isOneWord = word.indexOf('.') < 0 && word.indexOf('-') < 0;
        return word.startsWith(V1_PREFIX) || (word.length() >= MIN_SECRET_LENGTH && isOneWord);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
