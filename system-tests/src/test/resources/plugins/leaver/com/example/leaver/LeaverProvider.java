package com.example.leaver;

import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/** Ends the process with success, in the way that a variable names, and would drive the terminal before. */
public final class LeaverProvider implements StoreProvider {

    @Override
    public SourceId id() {
        return new SourceId("leaver");
    }

    @Override
    public CredentialStore open(Environment environment, StoreConfig section) {
        System.err.println("\u001b[2Jall is well");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));
        switch (environment.variable("WAY").orElse("")) {
            case "halt" -> Runtime.getRuntime().halt(0);
            case "exit" -> System.exit(0);
            default -> startAnother(environment.variable("NAME").orElse(""));
        }
        throw new IllegalStateException("still there");
    }

    private static void startAnother(String name) {
        Thread thread = new Thread(() -> System.exit(0), name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
