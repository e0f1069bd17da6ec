package wandb.auth.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.terminal.InputException;

/** The key on standard input: one line, whose line end is left out; a blank line at the end is nobody's fault. */
final class KeyInput {

    /** Far more than any key; what is longer is something else. */
    private static final int MAX_BYTES = 1 << 20;

    private final InputStream in;

    KeyInput(CommandContext context) {
        if (context.environment().terminal().input()) {
            throw new UsageException(
                    "--key-stdin reads a file or a pipe, not the terminal: wandb login --key-stdin < FILE");
        }
        this.in = context.in();
    }

    /** The line. ISO 8859-1 keeps bytes beyond ASCII apart from every character of a key. */
    String line() {
        String text;
        try {
            text = new String(in.readNBytes(MAX_BYTES + 1), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new InputException("Standard input cannot be read.");
        }
        if (text.length() > MAX_BYTES) {
            throw new InputException("Standard input holds too much for a key.");
        }
        int end = text.indexOf('\n');
        if (end < 0) {
            return text;
        }
        if (!text.substring(end).isBlank()) {
            throw new InputException("Standard input holds more than one line; give the key alone.");
        }
        return end > 0 && text.charAt(end - 1) == '\r' ? text.substring(0, end - 1) : text.substring(0, end);
    }
}
