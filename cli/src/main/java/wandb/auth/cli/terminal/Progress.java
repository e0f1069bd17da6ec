package wandb.auth.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is waited for, where it takes longer than a second: one line on the terminal, which goes as soon as something else is
 * said or the wait is over. The line is erased by blanks, which every terminal knows.
 */
public final class Progress {

    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private final PrintStream err;
    private final String prefix;
    private final IntSupplier width;
    private final BiFunction<Duration, Runnable, Runnable> timer;
    private @Nullable Wait current;
    private int shown;

    /**
     * Shows it on this stream.
     *
     * @param prefix what lines begin with, without colours
     * @param width the columns of the terminal, asked for when a line is shown
     * @param timer does something later, on another thread, and gives what keeps it from being done, if that is still to come
     */
    public Progress(PrintStream err, String prefix, IntSupplier width, BiFunction<Duration, Runnable, Runnable> timer) {
        this.err = err;
        this.prefix = prefix;
        this.width = width;
        this.timer = timer;
    }

    /** Time as the machine has it. */
    public static Runnable later(Duration delay, Runnable action) {
        Thread thread = Thread.ofPlatform().daemon().name("progress").start(() -> {
            try {
                Thread.sleep(delay);
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // what was waited for is over
            }
        });
        return thread::interrupt;
    }

    /** Does the work, and shows what it waits for. A wait within another one is not told apart. */
    public <T> T during(String what, Supplier<T> work) {
        Wait wait = new Wait(what);
        if (!begin(wait)) {
            return work.get();
        }
        Runnable stop = timer.apply(UNNOTICED, () -> show(wait));
        try {
            return work.get();
        } finally {
            stop.run();
            end();
        }
    }

    private synchronized boolean begin(Wait wait) {
        boolean isFirst = current == null;
        current = isFirst ? wait : current;
        return isFirst;
    }

    /** The terminal is asked without the lock: the end of the work waits for nobody. */
    private void show(Wait wait) {
        String line = cut(prefix + wait.what() + " ...", width.getAsInt() - 1);
        print(wait, line);
    }

    private synchronized void print(Wait wait, String line) {
        if (wait == current && shown == 0) {
            err.print(line);
            err.flush();
            shown = line.length();
        }
    }

    private static String cut(String line, int longest) {
        return line.length() <= longest ? line : line.substring(0, longest);
    }

    private synchronized void end() {
        hide();
        current = null;
    }

    /** Erases the line, so that something else can be said in its place. */
    synchronized void hide() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }

    /** One wait, told from the next by what it is and not by what it waits for. */
    private static final class Wait {

        private final String what;

        Wait(String what) {
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
