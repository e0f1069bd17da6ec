package wandb.auth.cli.terminal;

import java.util.Arrays;
import wandb.auth.domain.OperatingSystem;

/** The settings of a terminal, as the C library has them: termios(3). */
final class TerminalSettings {

    /** Enough for every system. */
    static final int SIZE = 128;

    private static final int ECHO = 8;

    /** The key that would make a JVM print its threads. It ends the line instead, so that it can end the run. */
    static final char QUIT = '\u001c';

    private final OperatingSystem system;
    private final byte[] bytes;

    /** The settings as that system has them in memory. */
    TerminalSettings(OperatingSystem system, byte[] bytes) {
        this.system = system;
        this.bytes = bytes.clone();
    }

    /** Whether it is known where that system has what. */
    static boolean areKnown(OperatingSystem system) {
        return system == OperatingSystem.LINUX || system == OperatingSystem.MACOS;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The same without echo. */
    TerminalSettings withoutEcho() {
        TerminalSettings hidden = new TerminalSettings(system, bytes);
        hidden.bytes[localModes()] &= (byte) ~ECHO;
        hidden.bytes[keyForQuit()] = noKey();
        hidden.bytes[keyForEndOfLine()] = QUIT;
        return hidden;
    }

    boolean haveEcho() {
        return (bytes[localModes()] & ECHO) != 0;
    }

    boolean areThoseOf(TerminalSettings other) {
        return Arrays.equals(bytes, other.bytes);
    }

    private boolean isMac() {
        return system == OperatingSystem.MACOS;
    }

    /** {@code c_lflag}; its lowest byte comes first. */
    private int localModes() {
        return isMac() ? 24 : 12;
    }

    /** {@code c_cc[VQUIT]}. */
    private int keyForQuit() {
        return isMac() ? 32 + 8 : 17 + 1;
    }

    /** {@code c_cc[VEOL]}. */
    private int keyForEndOfLine() {
        return isMac() ? 32 + 1 : 17 + 11;
    }

    /** {@code _POSIX_VDISABLE}. */
    private byte noKey() {
        return (byte) (isMac() ? 0xff : 0);
    }
}
