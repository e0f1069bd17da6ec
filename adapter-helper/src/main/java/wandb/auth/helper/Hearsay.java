package wandb.auth.helper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Printable;

/**
 * What a program said about a trouble, as far as it may be shown: its first line, and nothing where any of it may be a key.
 */
final class Hearsay {

    private Hearsay() {}

    /** The words, with what leads to them; what a program wrote as its answer counts before what it wrote as errors. */
    static String of(Ended ended, Optional<ApiKey> secret) {
        String output = text(ended.output());
        return of(output.isEmpty() ? text(ended.errors()) : output, secret);
    }

    /** The same of what it wrote to standard error alone, where its output may be the key itself. */
    static String ofErrors(Ended ended) {
        return of(text(ended.errors()), Optional.empty());
    }

    private static String of(String text, Optional<ApiKey> secret) {
        if (text.isEmpty()) {
            return "without a word.";
        }
        boolean isSecret = ApiKey.isLikely(text)
                || (secret.isPresent() && text.contains(secret.get().reveal()));
        return isSecret ? "with words that are not shown: they may hold a key." : "saying \"" + firstLine(text) + "\".";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return Printable.of(end < 0 ? text : text.substring(0, end).strip());
    }

    /** Bytes that are no UTF-8 become signs that say so. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
