package wandb.auth.helper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.SecretMask;

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
        for (String line : text.split("\n", -1)) {
            String words = line.strip();
            if (!words.isEmpty() && isHarmless(words, secret)) {
                return "saying \"" + TerminalSafe.of(words) + "\".";
            }
        }
        return text.isEmpty() ? "without a word." : "with words that are not shown: they may hold a key.";
    }

    private static boolean isHarmless(String words, Optional<ApiKey> secret) {
        boolean isSecret = secret.isPresent()
                && !SecretMask.mask(words, secret.get().reveal()).equals(words);
        return !isSecret && !ApiKey.isLikely(words);
    }

    /** Bytes that are no UTF-8 become signs that say so. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
