package wandb.auth.keyring;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.TimeoutBudget;
import wandb.auth.keyring.message.Messages;

/**
 * Talks to a keychain on a thread of its own, so that one that never answers holds nobody up: the caller goes on when its
 * time is over, and the thread does not keep the process alive.
 */
record BoundedCall(Keychains keychains, Interaction interaction, TimeoutBudget patience) {

    /** What is done with an open keychain. */
    interface Work<T> {
        T with(Keychain keychain) throws KeychainException;
    }

    /**
     * Opens the keychain, does the work and closes it.
     *
     * @throws KeychainException also where the time is over before; where it was over from the start, nothing was begun
     */
    <T> T hold(Work<T> work) throws KeychainException {
        if (patience.remainingNanos() <= 0) {
            throw KeychainException.silence();
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            try (Keychain keychain = keychains.open(interaction, patience)) {
                return work.with(keychain);
            }
        });
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return await(task);
        } finally {
            task.cancel(true); // ends a thread that waits for a socket, too; one in native code begins nothing more
        }
    }

    private <T> T await(FutureTask<T> task) throws KeychainException {
        while (true) {
            try {
                return task.get(Math.max(0, patience.remainingNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (patience.remainingNanos() <= 0) {
                    throw KeychainException.silence();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw KeychainException.silence();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof KeychainException problem) {
                    throw problem;
                }
                throw failed(e.getCause());
            }
        }
    }

    /** A library that stumbles over what it is sent is no reason to end without an answer. */
    private static KeychainException failed(@Nullable Throwable cause) {
        return new KeychainException(
                Messages.notUnderstood(cause == null ? "" : cause.getClass().getSimpleName()));
    }
}
