package wandb.auth.domain.port;

import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.syntax.CharacterSet;

/**
 * Words of somebody else (a helper, a server, a plugin) as they may be shown: nothing in them drives the terminal, and
 * nothing of a secret is repeated, not even in pieces with other characters between them.
 */
public final class OutsideText {

    /** Stands in the place of words that are not shown. */
    public static final String HIDDEN = Messages.HIDDEN_WORDS;

    private static final String MASK = "***";

    /** How many characters are looked at; what is shown is shorter. */
    public static final int LONGEST = 4096;

    /** So many letters and digits of a secret in their order are no chance. */
    private static final int SHORTEST_RUN = 6;

    private static final int MOST_SHOWN = 200;
    private static final int MANY_MIXED = 20;
    private static final int MANY_SINGLE = 12;

    private OutsideText() {}

    /** A sentence: what may be a key in it is masked, and all of it is hidden if it repeats one of these secrets. */
    public static String sentence(String words, Iterable<? extends Credential> secrets) {
        String shown = masked(words, secrets);
        String cleaned = shown.equals(HIDDEN) ? shown : maskedRuns(shown);
        return isLikelyInPieces(cleaned) ? HIDDEN : TerminalSafe.of(cleaned);
    }

    /** The name of a place, which may hold long runs of letters and digits that are not a key. */
    public static String place(String name, Iterable<? extends Credential> secrets) {
        String shown = masked(name, secrets);
        return shown.equals(HIDDEN) ? shown : TerminalSafe.of(shown);
    }

    /** Whether the words hold a part of the secret, however its characters are separated. */
    public static boolean repeats(String words, Credential secret) {
        String condensed = condensed(secretPart(secret.reveal()));
        String said = condensed(words.substring(0, Math.min(words.length(), LONGEST)));
        int run = Math.min(SHORTEST_RUN, condensed.length());
        for (int at = 0; run > 0 && at + run <= said.length(); at++) {
            if (condensed.contains(said.substring(at, at + run))) {
                return true;
            }
        }
        return false;
    }

    /** Their last letters and digits, fewer than tell a part of a secret: what follows them may be the rest. */
    public static String end(String words) {
        String said = condensed(words);
        return said.substring(Math.max(0, said.length() - SHORTEST_RUN + 1));
    }

    /**
     * Whether words of unknown meaning may be an unknown key in pieces: of short groups in which letters and digits are
     * mixed, half as many as a key has, or of single characters or bytes. Only what would be shown of them is looked at.
     */
    public static boolean isLikelyInPieces(String words) {
        int mixed = 0;
        int single = 0;
        int letters = 0;
        int digits = 0;
        int end = Math.min(words.length(), MOST_SHOWN);
        for (int at = 0; at <= end; at++) {
            char c = at < end ? words.charAt(at) : ' ';
            if (CharacterSet.isLetterOrDigit(c)) {
                digits += c <= '9' ? 1 : 0;
                letters += c <= '9' ? 0 : 1;
            } else {
                mixed += letters > 0 && digits > 0 ? letters + digits : 0;
                boolean isByte = letters + digits == 2 && digits > 0;
                single += letters + digits == 1 || isByte ? 1 : 0;
                letters = 0;
                digits = 0;
            }
        }
        return mixed >= MANY_MIXED || single >= MANY_SINGLE;
    }

    private static String masked(String words, Iterable<? extends Credential> secrets) {
        String shown = words.substring(0, Math.min(words.length(), LONGEST));
        for (Credential secret : secrets) {
            shown = shown.replace(secret.reveal(), MASK);
        }
        for (Credential secret : secrets) {
            if (repeats(shown, secret)) {
                return HIDDEN;
            }
        }
        return shown;
    }

    /** The words in which whatever may be a key is masked. */
    private static String maskedRuns(String words) {
        if (!ApiKey.isLikely(words)) {
            return words;
        }
        StringBuilder shown = new StringBuilder();
        int start = 0;
        for (int at = 0; at <= words.length(); at++) {
            if (at == words.length() || !CharacterSet.isBase64Url(words.charAt(at))) {
                String run = words.substring(start, at);
                shown.append(ApiKey.isLikely(run) ? MASK : run);
                shown.append(at == words.length() ? "" : words.charAt(at));
                start = at + 1;
            }
        }
        return shown.toString();
    }

    /** What follows a prefix that every key of its kind has. */
    private static String secretPart(String key) {
        String known = "wandb_v1_";
        int start = key.startsWith(known) ? known.length() : key.indexOf('-') + 1;
        return key.substring(start);
    }

    /** Its letters and digits of ASCII, in lower case. */
    static String condensed(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CharacterSet.isLetterOrDigit(c)) {
                letters.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            }
        }
        return letters.toString();
    }
}
