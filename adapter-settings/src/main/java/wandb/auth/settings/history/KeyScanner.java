package wandb.auth.settings.history;

import java.util.Locale;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;

/**
 * Counts the API keys in lines of text. One of the new form ({@code wandb_v1_...}) is known by its beginning. One of the old
 * form looks like the names of commits and of many other things, so it counts only in a line that is about logging in to a
 * server of W&amp;B.
 */
final class KeyScanner {

    private static final String NEW_FORM = "wandb_v1_";
    private static final String TOKEN_FORM = "eyJ";
    private static final int FEWEST_DIGITS = 4;

    private boolean continues;
    private boolean isAboutLogin;

    /** How many keys are in the next line; one that a backslash ends goes on in the line after it. */
    int count(String line) {
        isAboutLogin = (continues && isAboutLogin) || isAboutLogin(line.toLowerCase(Locale.ROOT));
        continues = line.endsWith("\\");
        int count = 0;
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || !isOfKey(line.charAt(i))) {
                count += isKey(line, start, i) ? 1 : 0;
                start = i + 1;
            }
        }
        return count;
    }

    private static boolean isAboutLogin(String line) {
        boolean isNetrcEntry = line.contains("machine") && line.contains("password");
        boolean isOfCredentials = line.contains("login") || line.contains("key") || line.contains("api:");
        return isNetrcEntry || (line.contains("wandb") && isOfCredentials);
    }

    private boolean isKey(String line, int from, int end) {
        int start = from;
        while (start < end && line.charAt(start) == '-') {
            start++;
        }
        if (end - start < ApiKey.MIN_SECRET_LENGTH) {
            return false;
        }
        String word = line.substring(start, end);
        boolean isOfNewForm = word.contains(NEW_FORM);
        boolean isToken = word.startsWith(TOKEN_FORM);
        boolean isSuspected = isOfNewForm || (isAboutLogin && (isToken || hasDigits(word)));
        return isSuspected && isValid(isOfNewForm ? word.substring(word.indexOf(NEW_FORM)) : word, isToken);
    }

    private static boolean isValid(String word, boolean isToken) {
        try {
            ApiKey.parse(word);
            return isToken || word.indexOf('.', word.indexOf('-') + 1) < 0;
        } catch (InvalidApiKeyException e) {
            return false;
        }
    }

    private static boolean hasDigits(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            digits += word.charAt(i) >= '0' && word.charAt(i) <= '9' ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS;
    }

    private static boolean isOfKey(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }
}
