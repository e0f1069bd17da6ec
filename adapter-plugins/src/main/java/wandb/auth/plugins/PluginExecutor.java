package wandb.auth.plugins;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.OutsideText;

/**
 * Runs a plugin's code on a thread of its own, which keeps no process alive. One that was silent for as long as it may take is
 * not asked again, so that a run waits for it once.
 */
final class PluginExecutor {

    private static final int MOST_CAUSES = 20;

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

    <T> T load(Callable<T> call, Function<Reason, T> otherwise) {
        return ask(call, Deadline.after(patience, System.nanoTime()), otherwise);
    }

    /** The result of a question that takes no time and has no deadline of its own: a tenth is enough. */
    <T> T askAtOnce(Callable<T> call, Function<Reason, T> otherwise) {
        return ask(call, Deadline.after(patience.dividedBy(10), System.nanoTime()), otherwise);
    }

    /** The result; where there is none, or null, what is made of the reason. */
    <T> T ask(Callable<T> call, Deadline deadline, Function<Reason, T> otherwise) {
        if (isSilent) {
            return otherwise.apply(Messages.silent(id));
        }
        FutureTask<T> task = new FutureTask<>(() -> answer(call, otherwise));
        Thread thread = new Thread(null, task, "plugin " + id, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(remaining(deadline).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            isSilent = true;
            task.cancel(true);
            return otherwise.apply(Messages.silent(id));
        } catch (ExecutionException e) {
            return otherwise.apply(Messages.failed(id, Messages.UNTELLABLE_ERROR)); // in telling the first one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(Messages.silent(id));
        }
    }

    /** Also what went wrong is told on the plugin's thread: the exception is the plugin's, and so are its methods. */
    private <T> T answer(Callable<T> call, Function<Reason, T> otherwise) {
        try {
            T value = call.call();
            return value == null ? otherwise.apply(Messages.returnedNull(id)) : value;
        } catch (Throwable e) {
            return otherwise.apply(Messages.failed(id, told(e)));
        }
    }

    private Duration remaining(Deadline deadline) {
        Duration remaining = deadline.remaining(System.nanoTime());
        return remaining.compareTo(patience) < 0 ? remaining : patience;
    }

    /** What went wrong first, by type and place; without the message, which may quote a secret. */
    private static String told(Throwable failed) {
        Throwable cause = failed;
        for (int depth = 0; depth < MOST_CAUSES && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        String error = Messages.error(cause.getClass().getName(), cause.getStackTrace());
        return OutsideText.place(error, ProcessGuard.secrets());
    }
}
