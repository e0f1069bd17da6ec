package wandb.auth.cli.option;

import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.ApiKey;

/** A path as a person types it after an option. */
public final class TypedPath {

    /** What a byte becomes that is not a character of the locale. */
    private static final char NO_CHARACTER = '\uFFFD';

    private TypedPath() {}

    /**
     * The path as it was typed.
     *
     * @throws UsageException where it is rather a key, which is not quoted, since paths are shown; or where this program
     *     cannot name the place, which is never taken for one that does not exist
     */
    public static String of(String option, String text) {
        if (text.indexOf(NO_CHARACTER) >= 0) {
            throw new UsageException(Messages.pathOptionNotUtf8(option));
        }
        if (text.indexOf('/') < 0 && text.indexOf('\\') < 0 && ApiKey.isLikelyAsName(text)) {
            throw new UsageException(Messages.pathOptionMayBeKey(option));
        }
        return text;
    }
}
