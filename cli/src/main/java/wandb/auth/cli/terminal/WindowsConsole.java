package wandb.auth.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Terminal;

/**
 * The console of Windows, by the JDK, which shows again what is typed when the run is interrupted. It is there where a person sits
 * both at standard input and at standard output.
 */
final class WindowsConsole implements TerminalDevice {

    private final Console console;

    private WindowsConsole(Console console) {
        this.console = console;
    }

    static Optional<TerminalDevice> open(Environment environment) {
        Terminal terminal = environment.terminal();
        return terminal.input() && terminal.output() ? of(System.console()) : Optional.empty();
    }

    private static Optional<TerminalDevice> of(@Nullable Console console) {
        return console != null && console.isTerminal() ? Optional.of(new WindowsConsole(console)) : Optional.empty();
    }

    @Override
    public void write(String text) {
        console.writer().print(text);
        console.flush();
    }

    /** The rest of a paste must not reach the shell, which would run it. */
    @Override
    public Typed read() {
        char[] line = console.readPassword();
        if (line == null) {
            return new Typed.EndOfInput();
        }
        String text = new String(line);
        Arrays.fill(line, ' ');
        return hasMore() ? new Typed.SeveralLines() : new Typed.Line(text);
    }

    private boolean hasMore() {
        boolean hasMore = false;
        try {
            while (console.reader().ready() && console.readPassword() != null) {
                hasMore = true;
            }
            return hasMore;
        } catch (IOException e) {
            throw new InputException(Messages.TERMINAL_NOT_READ);
        }
    }

    @Override
    public void close() {}
}
