package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.keyring.Given.CLOUD;
import static wandb.auth.keyring.Given.KEY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;
import wandb.auth.keyring.message.Messages;

/** A real KWallet on a display of its own, as on a fresh KDE: nobody has made a wallet. */
@Tag("slow")
@Timeout(600)
class KWalletIT {

    @TempDir
    private Path home;

    private Desktop desktop;
    private CredentialStore store;

    @BeforeEach
    void start() throws Exception {
        Desktop.need(
                "libkf5wallet-bin libqca-qt5-2-plugins xvfb openbox xdotool",
                "kwalletd5",
                "Xvfb",
                "openbox",
                "xdotool");
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/kwalletrc"), "[Wallet]\nFirst Use=false\nDefault Wallet=kdewallet\n");
        desktop = Desktop.withoutKeychain(home);
        desktop.startDisplay();
        desktop.startReading("", "openbox");
        startKWallet();
        store = Given.store(desktop.environment());
    }

    private void startKWallet() throws Exception {
        desktop.startReading("", "kwalletd5");
        desktop.awaitOwner();
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Test
    void withoutAWalletItCannotBeUsedAndSaysWhere() {
        Given.assertAllFail(Messages.noCollectionInKWallet().problem(), store);
        Reason reason = assertInstanceOf(Availability.NotUsable.class, store.availability(Given.patience()))
                .reason();
        assertTrue(reason.remedy().startsWith("Create a wallet in KWalletManager"), reason::remedy);
        assertFalse(Files.exists(home.resolve(".local/share/kwalletd/kdewallet.kwl")));
    }

    private String activeWindow() throws Exception {
        return desktop.run("", "xdotool", "getactivewindow");
    }

    /** A person who takes the first kind of wallet that is offered, and gives it a password. */
    private void personMakesAWallet() throws Exception {
        KeePassXc.awaitWindow(desktop, "KDE Wallet Service");
        String wizard = activeWindow();
        desktop.run("", "xdotool", "mousemove", "249", "247", "click", "1", "key", "Return");
        Desktop.await(() -> !desktop.run("", "xdotool", "getactivewindow").equals(wizard));
        desktop.run("", "xdotool", "type", "pw");
        desktop.run("", "xdotool", "key", "Tab");
        desktop.run("", "xdotool", "type", "pw");
        desktop.run("", "xdotool", "key", "Return");
    }

    @Test
    void whereAPersonCanBeAskedAWalletIsMadeAndOthersReadTheKeyInIt() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Saved> saved = threads.submit(() -> store.save(Given.queryOfSomebody(CLOUD), KEY, Given.ANYTHING));
            personMakesAWallet();
            assertInstanceOf(
                    Saved.Stored.class, saved.get(), () -> saved.resultNow().toString());
        }
        Given.assertFound(KEY, store.find(Given.query(CLOUD)).outcome());
        String service = "wandb:https://api.wandb.ai";
        assertEquals(KEY.reveal(), desktop.run("", "secret-tool", "lookup", "service", service, "account", "default"));
        assertEquals(KEY.reveal(), desktop.run("", "secret-tool", "lookup", "service", service, "username", "default"));
        assertEquals(
                new Availability.Usable(List.of(Messages.keptBy("KWallet")), true),
                store.availability(Given.patience()));
        assertInstanceOf(Erased.Gone.class, store.erase(Given.query(CLOUD), Given.ANYTHING));
    }
}
