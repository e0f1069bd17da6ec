package wandb.auth.cli.terminal;

import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;

/** The terminal that a person sits at. While it is open nothing typed is shown; however the process ends, it is shown again. */
public sealed interface TerminalDevice extends AutoCloseable permits PosixTerminal, WindowsConsole {

    /** The terminal with its echo off; empty if absent, or where the echo cannot be switched off. */
    static Optional<TerminalDevice> open(Environment environment) {
        return environment.operatingSystem() == OperatingSystem.WINDOWS
                ? WindowsConsole.open(environment)
                : PosixTerminal.open(environment);
    }

    /**
     * Lets the key that makes a JVM print its threads (Ctrl-\) end this process instead, as people expect it of a run that waits. It calls
     * the C library, which takes as long as a short wait.
     */
    static void letQuitEnd(Environment environment) {
        if (environment.terminal().input() && environment.operatingSystem() != OperatingSystem.WINDOWS) {
            TerminalSignals.letQuitEnd();
        }
    }

    /** Writes a text. */
    void write(String text);

    /** What was typed or pasted, up to the end of the line and whatever came with it. */
    Typed read();

    @Override
    void close();

    /** What came from the terminal. */
    sealed interface Typed {

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

        /** The end of input (Ctrl-D; Ctrl-Z and Enter on Windows). */
        record EndOfInput() implements Typed {}
    }
}
