package wandb.auth.cli.terminal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import wandb.auth.domain.OperatingSystem;

/**
 * The terminal that this process was started on. Whoever sets it from the background disturbs the shell that is being typed into, and
 * takes its settings for those to bring back.
 */
final class ControllingTerminal {

    /** Its name in every process. */
    static final String DEVICE = "/dev/tty";

    private static final int READ_AND_WRITE = 2;
    private static final int AFTER_OUTPUT = 1; // TCSADRAIN

    private final int descriptor;
    private final OperatingSystem system;

    private ControllingTerminal(int descriptor, OperatingSystem system) {
        this.descriptor = descriptor;
        this.system = system;
    }

    /** The terminal; empty if absent, and on a system whose settings are not known. */
    static Optional<ControllingTerminal> open(OperatingSystem system) {
        if (!TerminalSettings.areKnown(system)) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = CLibrary.call("open", arena.allocateFrom(DEVICE).address(), READ_AND_WRITE, 0);
            return descriptor < 0 ? Optional.empty() : Optional.of(new ControllingTerminal(descriptor, system));
        }
    }

    /**
     * Stops as a program is stopped that sets its terminal, until a shell brings this one to the foreground; false if none can. It is the
     * system that stops it, which knows best whether it is there.
     */
    boolean awaitForeground() {
        return CLibrary.call("tcdrain", descriptor) == 0 && isInForeground();
    }

    boolean isInForeground() {
        return CLibrary.call("tcgetpgrp", descriptor) == CLibrary.call("getpgrp", 0);
    }

    /** Its settings; empty if it is gone. */
    Optional<TerminalSettings> settings() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment settings = arena.allocate(TerminalSettings.SIZE);
            return CLibrary.call("tcgetattr", descriptor, settings.address(), 0) == 0
                    ? Optional.of(new TerminalSettings(system, settings.toArray(JAVA_BYTE)))
                    : Optional.empty();
        }
    }

    void set(TerminalSettings settings) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, settings.bytes());
            CLibrary.call("tcsetattr", descriptor, AFTER_OUTPUT, bytes.address());
        }
    }

    void close() {
        CLibrary.call("close", descriptor);
    }
}
