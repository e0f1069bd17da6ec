package com.example.locker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by a locker in a folder of its own. */
class LockerStoreTest extends CredentialStoreContract {

    @TempDir
    private Path folder;

    private Path keyFile;

    @BeforeEach
    void makeAKey() throws IOException {
        keyFile = Files.write(folder.resolve("locker.key"), new byte[Seal.KEY_BYTES]);
    }

    @Override
    protected StoreProvider provider() {
        return new LockerStoreProvider();
    }

    @Override
    protected Surroundings usable() {
        return locker(folder);
    }

    @Override
    protected Surroundings unavailable() {
        return locker(folder.resolve("not-mounted"));
    }

    private Surroundings locker(Path share) {
        Map<String, String> settings = Map.of("folder", share.toString(), "key_file", keyFile.toString());
        return Surroundings.of(folder, Map.of(), settings);
    }
}
