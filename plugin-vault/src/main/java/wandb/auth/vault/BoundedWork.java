package wandb.auth.vault;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wandb.auth.domain.Deadline;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** Work that nobody waits for beyond a deadline: it runs on a thread that does not keep the process alive. */
final class BoundedWork {

    private BoundedWork() {}

    /**
     * Does the work; not at all where it is too late.
     *
     * @throws VaultStoreException also where the time is over before
     */
    static <T> T run(Deadline deadline, Callable<T> work) throws VaultStoreException {
        if (deadline.hasPassed(System.nanoTime())) {
            throw new VaultStoreException(Messages.notAnsweringInTime());
        }
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("vault").start(task);
        try {
            return task.get(deadline.remaining(System.nanoTime()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new VaultStoreException(Messages.notAnsweringInTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultStoreException(Messages.notAnsweringInTime());
        } catch (ExecutionException e) {
            throw VaultStoreException.behind(e);
        } finally {
            task.cancel(true); // ends a thread that waits for an answer, too
        }
    }
}
