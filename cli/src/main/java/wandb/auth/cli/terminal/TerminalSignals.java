package wandb.auth.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What signals do while the terminal does not show what is typed. Those that end a JVM in order run its hooks instead. */
final class TerminalSignals {

    /** They end a process at once, hooks or not. What a JVM needs itself or cannot name is not among them. */
    private static final String[] DEADLY = {
        "USR1", "ALRM", "ABRT", "TRAP", "STKFLT", "XCPU", "VTALRM", "PROF", "IO", "PWR", "SYS"
    };

    private final Runnable restore;
    private final Runnable hide;
    private final Map<PosixSignal, Object> before = new LinkedHashMap<>();

    /**
     * For the terminal.
     *
     * @param restore brings its settings back
     * @param hide switches the echo off again
     */
    TerminalSignals(Runnable restore, Runnable hide) {
        this.restore = restore;
        this.hide = hide;
    }

    void handle() {
        for (String name : DEADLY) {
            PosixSignal.ifKnown(name)
                    .ifPresent(signal -> before.put(signal, signal.handle(() -> restoreAndRaise(signal))));
        }
        PosixSignal stop = new PosixSignal("TSTP");
        before.put(stop, stop.handle(() -> suspend(stop)));
        PosixSignal resume = new PosixSignal("CONT");
        before.put(resume, resume.handle(hide));
    }

    private void restoreAndRaise(PosixSignal signal) {
        restore.run();
        signal.handleAsUsual();
        signal.send();
    }

    /** What follows the stop is the signal by which a shell resumes. */
    private void suspend(PosixSignal stop) {
        restoreAndRaise(stop);
        stop.handle(() -> suspend(stop));
    }

    /** As it was before. */
    void release() {
        before.forEach(PosixSignal::handleAsBefore);
    }
}
