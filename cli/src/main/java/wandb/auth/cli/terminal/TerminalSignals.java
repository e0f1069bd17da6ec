package wandb.auth.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What signals do while the terminal does not show what is typed. Those that end a JVM in order run its hooks instead. */
final class TerminalSignals {

    /** They end a process at once, hooks or not. What a JVM needs itself or cannot name is not among them. */
    private static final String[] DEADLY = {
        "USR1", "ALRM", "ABRT", "TRAP", "STKFLT", "XCPU", "VTALRM", "PROF", "IO", "PWR", "SYS"
    };

    /** They end a JVM in order. */
    private static final String[] ORDERLY = {"HUP", "INT", "TERM"};

    /** At which a JVM lists its threads and goes on. */
    private static final PosixSignal QUIT = new PosixSignal("QUIT");

    private static boolean isPrompting;

    private final Runnable restore;
    private final Runnable suspend;
    private final Runnable resume;
    private final Map<PosixSignal, Object> before = new LinkedHashMap<>();
    private final Map<PosixSignal, byte[]> actions = new LinkedHashMap<>();

    /**
     * For the terminal.
     *
     * @param restore brings its settings back
     * @param suspend does so and stops this process
     * @param resume does what follows any other stop
     */
    TerminalSignals(Runnable restore, Runnable suspend, Runnable resume) {
        this.restore = restore;
        this.suspend = suspend;
        this.resume = resume;
    }

    /** Lets SIGQUIT end the process, as people expect it; not at a prompt, where it would leave the terminal without echo. */
    static synchronized void letQuitEnd() {
        if (!isPrompting) {
            QUIT.actByDefault();
        }
    }

    private static synchronized void passOverQuit() {
        isPrompting = true;
        QUIT.ignore();
    }

    private static synchronized void endPrompting() {
        isPrompting = false;
        letQuitEnd();
    }

    void handle() {
        passOverQuit();
        for (String name : DEADLY) {
            PosixSignal.ifKnown(name)
                    .ifPresent(signal -> before.put(signal, signal.handle(() -> restoreAndRaise(signal))));
        }
        PosixSignal stop = new PosixSignal("TSTP");
        before.put(stop, stop.handle(suspend));
        PosixSignal resumption = new PosixSignal("CONT");
        before.put(resumption, resumption.handle(resume));
    }

    private void restoreAndRaise(PosixSignal signal) {
        restore.run();
        signal.actByDefault();
        signal.raise();
    }

    /**
     * Lets each act by default until {@link #comeBack}: a process that is stopped whenever it goes on would not come to handle
     * any.
     */
    void stepAside() {
        QUIT.actByDefault();
        before.keySet().forEach(signal -> actions.put(signal, signal.actByDefaultUnlessIgnored()));
        for (String name : ORDERLY) {
            PosixSignal signal = new PosixSignal(name);
            actions.put(signal, signal.actByDefaultUnlessIgnored());
        }
    }

    void comeBack() {
        QUIT.ignore();
        actions.forEach(PosixSignal::act);
        actions.clear();
    }

    /** As it was before, but that SIGQUIT ends the process. */
    void release() {
        actions.forEach(PosixSignal::act);
        before.forEach(PosixSignal::handleAsBefore);
        endPrompting();
    }
}
