package wandb.auth.helper.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.helper.message.Messages;

/**
 * What a program said about a trouble, as far as it may be shown: the first line of it that cannot hold a key.
 */
public final class ProgramMessage {

    private ProgramMessage() {}

    /** The words, with what leads to them; what a program wrote as its answer counts before what it wrote as errors. */
    public static String of(ProcessResult ended, Optional<ApiKey> secret) {
        String output = text(ended.output());
        return of(
                output.isEmpty() ? text(ended.errors()) : output,
                secret.map(List::of).orElse(List.of()));
    }

    /**
     * The same of what it wrote to standard error alone, where its output may be the key itself, which the errors may repeat.
     *
     * @param secrets what else they may repeat
     */
    public static String ofErrors(ProcessResult ended, List<ApiKey> secrets) {
        List<ApiKey> all = new ArrayList<>(secrets);
        addKeys(text(ended.output()), all);
        return of(text(ended.errors()), all);
    }

    private static void addKeys(String output, List<ApiKey> keys) {
        int start = 0;
        for (int at = 0; at <= output.length(); at++) {
            if (at == output.length() || " \t\r\n\"',:={}".indexOf(output.charAt(at)) >= 0) {
                String word = output.substring(start, at);
                if (ApiKey.isLikely(word)) {
                    add(word, keys);
                }
                start = at + 1;
            }
        }
    }

    private static void add(String word, List<ApiKey> keys) {
        try {
            keys.add(ApiKey.parse(word));
        } catch (InvalidApiKeyException e) {
            return;
        }
    }

    private static String of(String text, List<ApiKey> secrets) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !repeats(line, secrets)) {
                lines.add(line.strip());
            }
        }
        boolean isInPieces = repeats(String.join("", lines), secrets);
        for (String words : isInPieces ? List.<String>of() : lines) {
            if (!ApiKey.isLikely(words) && !OutsideText.isLikelyInPieces(words)) {
                return Messages.saying(words);
            }
        }
        return text.isEmpty() ? Messages.WITHOUT_A_WORD : Messages.WORDS_NOT_SHOWN;
    }

    private static boolean repeats(String words, List<ApiKey> secrets) {
        for (ApiKey secret : secrets) {
            if (OutsideText.repeats(words, secret)) {
                return true;
            }
        }
        return false;
    }

    /** The beginning; bytes that are no UTF-8 become signs that say so. */
    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, OutsideText.LONGEST), StandardCharsets.UTF_8).strip();
    }
}
