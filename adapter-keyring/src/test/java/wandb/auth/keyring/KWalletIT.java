package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;

/** A real KWallet on a fresh KDE, in which nobody has made a wallet. */
@Tag("slow")
@Timeout(600)
class KWalletIT {

    @TempDir
    private Path home;

    private Desktop desktop;
    private CredentialStore store;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Desktop.isInstalled("kwalletd5") && Desktop.isInstalled("Xvfb"), "Debian: libkf5wallet-bin xvfb");
        desktop = Desktop.withoutKeychain(home);
        desktop.startDisplay();
        desktop.startReading("", "kwalletd5");
        desktop.awaitOwner();
        store = Given.store(desktop.environment());
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Test
    void withoutAWalletItCannotBeUsedAndSaysWhere() {
        Given.assertAllFail("The Secret Service has no default keyring (collection) to keep keys in.", store);
        Reason reason = assertInstanceOf(Availability.NotUsable.class, store.availability(Given.patience()))
                .reason();
        assertTrue(reason.remedy().startsWith("Create a wallet in KWalletManager"), reason::remedy);
        assertEquals(false, Files.exists(home.resolve(".local/share/kwalletd/kdewallet.kwl")));
    }
}
