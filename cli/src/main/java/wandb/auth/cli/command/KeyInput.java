package wandb.auth.cli.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.domain.port.EnteredKey;

/** The key on standard input: one line, whose line end is left out, as are empty lines after it. */
final class KeyInput {

    /** Far more than any key; what is longer is something else. */
    private static final int MAX_BYTES = 1 << 20;

    private KeyInput() {}

    /** The line, in UTF-8, or in UTF-16 where a mark at its start says so, as a redirect of PowerShell writes it. */
    static String line(CommandContext context) {
        if (context.environment().terminal().input()) {
            throw new UsageException(Messages.KEY_STDIN_AT_TERMINAL);
        }
        byte[] bytes;
        try {
            bytes = context.in().readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new InputException(Messages.INPUT_UNREADABLE);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InputException(Messages.INPUT_TOO_LONG);
        }
        String text = withoutLineEnds(new String(bytes, charset(bytes)));
        if (EnteredKey.strip(text).indexOf('\n') >= 0) {
            throw new InputException(Messages.INPUT_OF_SEVERAL_LINES);
        }
        return text;
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String withoutLineEnds(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
