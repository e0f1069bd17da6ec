package wandb.auth.plugins;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;

/**
 * Runs a plugin's code on a thread of its own, which keeps no process alive. One that was silent for as long as it may take is
 * not asked again, so that a run waits for it once.
 */
final class PluginExecutor {

    private final SourceId id;
    private final Duration patience;
    private final @Nullable ClassLoader loader;
    private boolean isSilent;

    /** For the plugin in this layer, which nobody waits for any longer than this, whatever the deadline. */
    PluginExecutor(SourceId id, ModuleLayer layer, Duration patience) {
        this.id = id;
        this.patience = patience;
        this.loader =
                layer.modules().stream().map(Module::getClassLoader).findFirst().orElse(null);
    }

    SourceId id() {
        return id;
    }

    /** What came of loading the plugin. */
    <T> Answer<T> load(Callable<T> call) {
        return ask(call, Deadline.after(patience, System.nanoTime()));
    }

    /** What came of a question that takes no time and has no deadline of its own: a tenth is enough. */
    <T> Answer<T> askAtOnce(Callable<T> call) {
        return ask(call, Deadline.after(patience.dividedBy(10), System.nanoTime()));
    }

    /** What came of it; a call that gives null gives nothing. */
    <T> Answer<T> ask(Callable<T> call, Deadline deadline) {
        if (isSilent) {
            return silence();
        }
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(null, task, "plugin " + id, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            T value = task.get(remaining(deadline).toNanos(), TimeUnit.NANOSECONDS);
            return value == null
                    ? new Nothing<>(new Reason("The plugin " + id + " gave null for an answer.", "Tell its author."))
                    : new Given<>(value);
        } catch (TimeoutException e) {
            isSilent = true;
            task.cancel(true);
            return silence();
        } catch (ExecutionException e) {
            return new Nothing<>(failure(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silence();
        }
    }

    private Duration remaining(Deadline deadline) {
        Duration remaining = deadline.remaining(System.nanoTime());
        return remaining.compareTo(patience) < 0 ? remaining : patience;
    }

    private <T> Nothing<T> silence() {
        return new Nothing<>(new Reason(
                "The plugin " + id + " did not answer in time.", "Try again; if it stays silent, tell its author."));
    }

    /** Without the message, which may quote a secret. */
    private Reason failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause == null ? new StackTraceElement[0] : cause.getStackTrace();
        String kind = cause == null ? "an unknown error" : cause.getClass().getName();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new Reason("The plugin " + id + " failed with " + kind + place + ".", "Tell its author.");
    }

    /** What came of asking. */
    sealed interface Answer<T> {}

    /** An answer. */
    record Given<T>(T value) implements Answer<T> {}

    /** None, and why. */
    record Nothing<T>(Reason reason) implements Answer<T> {}
}
