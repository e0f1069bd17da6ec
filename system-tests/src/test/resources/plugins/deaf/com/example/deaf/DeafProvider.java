package com.example.deaf;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Never comes back, ignores interrupts, and leaves a thread that would keep the process alive. */
public final class DeafProvider implements StoreProvider {

    @Override
    public SourceId id() {
        new Thread(DeafProvider::sleep).start();
        sleep();
        return new SourceId("deaf");
    }

    private static void sleep() {
        while (true) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        throw new UnsupportedOperationException();
    }
}
