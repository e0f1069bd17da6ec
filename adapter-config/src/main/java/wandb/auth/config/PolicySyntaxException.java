package wandb.auth.config;

import java.util.List;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.NearestWord;

/** Why a part of an {@code auth.ini} that is well-formed INI means nothing. Holds no secret. */
final class PolicySyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Reason reason;

    PolicySyntaxException(int line, String problem, String remedy) {
        super("line " + line + ": " + problem);
        this.line = line;
        this.reason = new Reason(problem, remedy);
    }

    /** The line, counted from 1. */
    int line() {
        return line;
    }

    Reason reason() {
        return reason;
    }

    /** The word that was meant, as a sentence after the one that the text is no such word; nothing if none is near. */
    static String guess(String text, List<String> words) {
        return NearestWord.of(text, words)
                .map(word -> " Did you mean '" + word + "'?")
                .orElse("");
    }

    /** The text from the file, unless it may be a key that somebody pasted there. */
    static String quoted(String text) {
        return ApiKey.isLikely(text) ? "a text that may be a key" : "'" + TerminalSafe.of(text) + "'";
    }
}
