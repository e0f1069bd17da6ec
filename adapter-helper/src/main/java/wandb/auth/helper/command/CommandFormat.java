package wandb.auth.helper.command;

import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramSettings;

/** What a command writes, or a file holds. */
public enum CommandFormat {
    /** One key. */
    KEY,
    /** A netrc, which names its accounts by itself, so that it is looked into for any. */
    NETRC,
    /** Lines, of which the first is the key. */
    FIRST_LINE,
    /** One key, or a netrc, as it turns out. */
    EITHER;

    /** What the settings say; if they say nothing, a key or a netrc, or for a store a key. */
    static CommandFormat of(ProgramSettings settings, boolean isStore) throws ProgramException {
        String text = settings.text("format").orElse("");
        return switch (text) {
            case "" -> isStore ? KEY : EITHER;
            case "key" -> KEY;
            case "first-line" -> FIRST_LINE;
            case "netrc" -> NETRC;
            default -> throw new ProgramException(Messages.noFormat(settings.id(), text));
        };
    }
}
