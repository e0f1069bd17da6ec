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
 * The terminal of a POSIX system. Its settings are read and changed in the foreground only; while it is open nothing typed is shown,
 * and however the process ends or is suspended, the settings come back.
 */
final class PosixTerminal implements TerminalDevice {

    /** The longest line that a terminal hands over (termios(3)); what was typed beyond it is lost without a word. */
    private static final int LONGEST_LINE = 4095;

    private final InputStream in;
    private final OutputStream out;
    private final ControllingTerminal terminal;
    private final TerminalSignals signals = new TerminalSignals(this::restore, this::suspend, this::resume);
    private final Thread onInterrupt = new Thread(this::leave);
    private Optional<TerminalSettings> settings = Optional.empty();
    private Optional<TerminalSettings> hidden = Optional.empty();
    private String prompt = "";
    private boolean isAway; // from a stop until it is in the foreground again
    private boolean isClosed;

    private PosixTerminal(ControllingTerminal terminal, InputStream in, OutputStream out) {
        this.terminal = terminal;
        this.in = in;
        this.out = out;
    }

    /** The terminal with its echo off; empty if absent, or where the echo cannot be switched off. */
    static Optional<TerminalDevice> open(Environment environment) {
        Optional<ControllingTerminal> device = ControllingTerminal.open(environment.operatingSystem());
        if (device.isEmpty() || !device.get().awaitForeground()) {
            return Optional.empty();
        }
        try {
            PosixTerminal terminal = new PosixTerminal(
                    device.get(),
                    new FileInputStream(ControllingTerminal.DEVICE),
                    new FileOutputStream(ControllingTerminal.DEVICE));
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
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        signals.handle();
        return terminal.awaitForeground() && hide(); // from here on a stop waits until nothing typed is shown
    }

    private boolean hide() {
        settings = terminal.settings();
        settings.ifPresent(shown -> terminal.set(shown.withoutEcho()));
        hidden = terminal.settings();
        return hidden.isPresent() && !hidden.get().haveEcho();
    }

    private synchronized void restore() {
        if (!isClosed && !isAway && terminal.isInForeground()) {
            settings.ifPresent(terminal::set);
        }
    }

    private void suspend() {
        PosixSignal stop = new PosixSignal("TSTP");
        synchronized (this) {
            if (isAway) {
                return;
            }
            if (isClosed) {
                stop.raise();
                return;
            }
            restore();
            isAway = true;
            signals.stepAside();
            stop.raise();
        }
        comeBack();
    }

    /** After a stop that nothing could be done about. */
    private void resume() {
        synchronized (this) {
            if (isClosed || isAway) {
                return;
            }
            isAway = true;
            signals.stepAside();
        }
        comeBack();
    }

    /** A shell may have set the terminal as it likes it, which is what it gets back then. */
    private void comeBack() {
        boolean isHere = terminal.awaitForeground();
        synchronized (this) {
            isAway = false;
            if (isClosed || !isHere) {
                return;
            }
            signals.comeBack();
            if (!areHidden(terminal.settings())) {
                hide();
                write(prompt);
            }
        }
    }

    private boolean areHidden(Optional<TerminalSettings> present) {
        return present.isPresent() && hidden.isPresent() && present.get().areThoseOf(hidden.get());
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
            if (buffer[length - 1] == TerminalSettings.QUIT) {
                endByInterrupt();
            }
            return typed(new String(buffer, 0, length, StandardCharsets.UTF_8), length, discardRest());
        } catch (IOException e) {
            throw new InputException(Messages.TERMINAL_NOT_READ);
        }
    }

    private static void endByInterrupt() {
        try {
            new PosixSignal("INT").raise();
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
            terminal.close();
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
