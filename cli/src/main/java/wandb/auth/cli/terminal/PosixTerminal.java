package wandb.auth.cli.terminal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;

/**
 * The terminal of a POSIX system. Its settings are read and changed with POSIX
 * {@code stty}, in the foreground only; while it is open nothing typed is shown, and however the process ends or is
 * suspended, the settings come back.
 */
final class PosixTerminal implements TerminalDevice {

    /** The longest line that a terminal hands over (termios(3)); what was typed beyond it is lost without a word. */
    private static final int LONGEST_LINE = 4095;

    /** The key that would make a JVM print its threads. It ends the line instead, so that it can end the run. */
    private static final char QUIT = '\u001c';

    private static final String[] HIDDEN = {"-echo", "quit", "undef", "eol", "^\\"};

    private final InputStream in;
    private final OutputStream out;
    private final Stty stty;
    private final TerminalSignals signals = new TerminalSignals(this::restore, this::hideAgain);
    private final Thread onInterrupt = new Thread(this::leave);
    private String settings = "";
    private String hidden = "";
    private String prompt = "";
    private boolean isClosed;

    private PosixTerminal(InputStream in, OutputStream out, Stty stty) {
        this.in = in;
        this.out = out;
        this.stty = stty;
    }

    /** The terminal with its echo off; empty if absent, or where the echo cannot be switched off. */
    static Optional<TerminalDevice> open(Environment environment) {
        Optional<Stty> stty = Stty.of(environment);
        if (stty.isEmpty() || !Foreground.await()) {
            return Optional.empty();
        }
        try {
            PosixTerminal terminal =
                    new PosixTerminal(new FileInputStream(Stty.DEVICE), new FileOutputStream(Stty.DEVICE), stty.get());
            if (terminal.begin()) {
                return Optional.of(terminal);
            }
            terminal.close();
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private synchronized boolean begin() {
        Optional<String> present = stty.run("-g");
        if (present.isEmpty()) {
            isClosed = true;
            return false;
        }
        settings = present.get();
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        signals.handle();
        return hide();
    }

    private boolean hide() {
        boolean isHidden = stty.run(HIDDEN).isPresent();
        hidden = stty.run("-g").orElse("");
        return isHidden;
    }

    private synchronized void restore() {
        if (!isClosed) {
            stty.run(settings);
        }
    }

    /** After a stop: a shell may have set the terminal as it likes it, which is what it gets back then. */
    private synchronized void hideAgain() {
        if (isClosed || !Foreground.await()) {
            return;
        }
        Optional<String> present = stty.run("-g");
        if (present.isPresent() && !present.get().equals(hidden)) {
            settings = present.get();
            hide();
            write(prompt);
        }
    }

    /** The last text is written again after a stop. */
    @Override
    public void write(String text) {
        try {
            prompt = text;
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(Messages.TERMINAL_NOT_WRITTEN);
        }
    }

    @Override
    public Typed read() {
        byte[] buffer = new byte[2 * (LONGEST_LINE + 1)];
        try {
            int length = in.read(buffer);
            if (length <= 0) {
                return new Typed.EndOfInput();
            }
            if (buffer[length - 1] == QUIT) {
                endByInterrupt();
            }
            return typed(new String(buffer, 0, length, StandardCharsets.UTF_8), length, discardRest());
        } catch (IOException e) {
            throw new InputException(Messages.TERMINAL_NOT_READ);
        }
    }

    private static void endByInterrupt() {
        try {
            new PosixSignal("INT").send();
            Thread.currentThread().join(); // for ever: the process ends
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The rest of a paste must not reach the shell, which would run it. */
    private boolean discardRest() throws IOException {
        int discarded = 0;
        while (in.available() > 0) {
            discarded += in.read(new byte[LONGEST_LINE + 1]);
        }
        return discarded > 0;
    }

    private static Typed typed(String text, int length, boolean more) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (length > LONGEST_LINE) {
            return new Typed.Cut();
        }
        return more ? new Typed.SeveralLines() : new Typed.Line(line);
    }

    @Override
    public synchronized void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // interrupted this very moment: the hook is at work already
        }
        restore();
        isClosed = true;
        signals.release();
        try {
            in.close();
            out.close();
        } catch (IOException e) {
            throw new InputException(Messages.TERMINAL_NOT_CLOSED);
        }
    }

    /** At an interrupt: the shell's prompt goes on a line of its own. */
    private synchronized void leave() {
        restore();
        isClosed = true;
        write("\n");
    }
}
