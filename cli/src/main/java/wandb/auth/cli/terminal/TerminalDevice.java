package wandb.auth.cli.terminal;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The terminal that a person sits at, whatever the standard streams are. Its settings are read and changed with POSIX
 * {@code stty}; while it is open nothing typed is shown, and however the process ends, the settings come back.
 */
public final class TerminalDevice implements AutoCloseable {

    private static final File DEVICE = new File("/dev/tty");

    /** The longest line that a terminal hands over (termios(3)); what was typed beyond it is lost without a word. */
    private static final int LONGEST_LINE = 4095;

    private final InputStream in;
    private final OutputStream out;
    private final String settings;
    private final Thread onInterrupt = new Thread(this::leave);

    private TerminalDevice(InputStream in, OutputStream out, String settings) {
        this.in = in;
        this.out = out;
        this.settings = settings;
    }

    /** The terminal with its echo off; empty where there is none, or where the echo cannot be switched off. */
    public static Optional<TerminalDevice> open() {
        Optional<String> settings = stty("-g");
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        try {
            TerminalDevice terminal =
                    new TerminalDevice(new FileInputStream(DEVICE), new FileOutputStream(DEVICE), settings.get());
            Runtime.getRuntime().addShutdownHook(terminal.onInterrupt);
            if (stty("-echo").isPresent()) {
                return Optional.of(terminal);
            }
            terminal.close();
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    public void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException("The terminal cannot be written to.");
        }
    }

    /** What was typed or pasted, up to the end of the line and whatever came with it. */
    public Typed read() {
        byte[] buffer = new byte[2 * (LONGEST_LINE + 1)];
        try {
            int length = in.read(buffer);
            if (length <= 0) {
                return new Typed.EndOfInput();
            }
            return typed(new String(buffer, 0, length, StandardCharsets.ISO_8859_1), discardRest());
        } catch (IOException e) {
            throw new InputException("The terminal cannot be read.");
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

    private static Typed typed(String text, boolean more) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (line.length() >= LONGEST_LINE) {
            return new Typed.Cut();
        }
        return more ? new Typed.SeveralLines() : new Typed.Line(line);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // interrupted this very moment: the hook is at work already
        }
        stty(settings);
        try {
            in.close();
            out.close();
        } catch (IOException e) {
            throw new InputException("The terminal cannot be closed.");
        }
    }

    /** At an interrupt: the shell's prompt goes on a line of its own. */
    private void leave() {
        stty(settings);
        write("\n");
    }

    private static Optional<String> stty(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(DEVICE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int exitCode = process.waitFor(); // its own end counts, whoever else may hold its output
            InputStream output = process.getInputStream();
            String answer = new String(output.readNBytes(output.available()), StandardCharsets.US_ASCII).strip();
            return exitCode == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What came from the terminal. */
    public sealed interface Typed {

        /**
         * One line.
         *
         * @param text the line without its end
         */
        record Line(String text) implements Typed {

            /** Without the text, which may be a key. */
            @Override
            public String toString() {
                return "Line[***]";
            }
        }

        /** More than one line, as a paste with a line end in it gives. */
        record SeveralLines() implements Typed {}

        /** A line so long that the terminal has cut it. */
        record Cut() implements Typed {}

        /** The end of input (Ctrl-D). */
        record EndOfInput() implements Typed {}
    }
}
