package wandb.auth.helper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.OutsideText;

/**
 * What a program said about a trouble, as far as it may be shown: the first line of it that cannot hold a key.
 */
final class ProgramMessage {

    private ProgramMessage() {}

    /** The words, with what leads to them; what a program wrote as its answer counts before what it wrote as errors. */
    static String of(ProcessResult ended, Optional<ApiKey> secret) {
        String output = text(ended.output());
        return of(output.isEmpty() ? text(ended.errors()) : output, secret);
    }

    /** The same of what it wrote to standard error alone, where its output may be the key itself. */
    static String ofErrors(ProcessResult ended) {
        return of(text(ended.errors()), Optional.empty());
    }

    private static String of(String text, Optional<ApiKey> secret) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !repeats(line, secret)) {
                lines.add(line.strip());
            }
        }
        boolean isInPieces = repeats(String.join("", lines), secret);
        for (String words : isInPieces ? List.<String>of() : lines) {
            if (!ApiKey.isLikely(words) && !OutsideText.isLikelyInPieces(words)) {
                return "saying \"" + TerminalSafe.of(words) + "\".";
            }
        }
        return text.isEmpty() ? "without a word." : "with words that are not shown: they may hold a key.";
    }

    private static boolean repeats(String words, Optional<ApiKey> secret) {
        return secret.isPresent() && OutsideText.repeats(words, secret.get());
    }

    /** The beginning; bytes that are no UTF-8 become signs that say so. */
    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, OutsideText.LONGEST), StandardCharsets.UTF_8).strip();
    }
}
