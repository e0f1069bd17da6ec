package wandb.auth.cli.option;

import wandb.auth.cli.context.UsageException;
import wandb.auth.domain.ApiKey;

/** A path as a person types it after an option. */
public final class TypedPath {

    private TypedPath() {}

    /**
     * The path as it was typed.
     *
     * @throws UsageException where it is rather a key, which is not quoted: paths are shown
     */
    public static String of(String option, String text) {
        if (text.indexOf('/') < 0 && text.indexOf('\\') < 0 && ApiKey.isLikelyAsName(text)) {
            throw new UsageException(option + ": what looks like an API key stands in the place of a path.");
        }
        return text;
    }
}
