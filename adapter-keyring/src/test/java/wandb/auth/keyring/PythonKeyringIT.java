package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wandb.auth.keyring.Given.CLOUD;
import static wandb.auth.keyring.Given.KEY;
import static wandb.auth.keyring.Given.OTHER_KEY;
import static wandb.auth.keyring.Given.assertFound;
import static wandb.auth.keyring.Given.assertSaved;
import static wandb.auth.keyring.Given.query;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.CredentialStore;

/** Python's keyring reads what is saved here, and what it saves under our name is found. */
@Tag("slow")
@Timeout(600)
class PythonKeyringIT {

    private static final Path PYTHON = Path.of("..", ".verify", "keychains", "bin", "python")
            .toAbsolutePath()
            .normalize();
    private static final String SERVICE = "wandb:https://api.wandb.ai";

    @TempDir
    private Path home;

    @BeforeEach
    void needsPython() {
        assumeTrue(Files.isExecutable(PYTHON), PYTHON + " is missing: see ./verify");
    }

    private static String keyring(Desktop desktop, String input, String action) throws Exception {
        String backend = "PYTHON_KEYRING_BACKEND=keyring.backends.SecretService.Keyring";
        return desktop.run(input, "env", backend, PYTHON.toString(), "-m", "keyring", action, SERVICE, "default")
                .strip();
    }

    private static void assertBothWays(Desktop desktop) throws Exception {
        CredentialStore store = Given.store(desktop.environment());
        assertEquals("", keyring(desktop, OTHER_KEY.reveal(), "set"));
        assertFound(OTHER_KEY, store.find(query(CLOUD)).outcome());
        assertSaved(store, CLOUD, KEY);
        assertEquals(KEY.reveal(), keyring(desktop, "", "get"));
        store.erase(query(CLOUD), Given.ANYTHING);
        assertSaved(store, CLOUD, OTHER_KEY);
        assertEquals(OTHER_KEY.reveal(), keyring(desktop, "", "get"));
    }

    @Test
    void inGnomeKeyring() throws Exception {
        try (Desktop desktop = Desktop.withKeychain(home)) {
            assertBothWays(desktop);
        }
    }

    @Test
    void inKeePassXc() throws Exception {
        try (Desktop desktop = Desktop.withoutKeychain(home)) {
            KeePassXc.start(desktop, "ConfirmAccessItem=false\nConfirmDeleteItem=false", false);
            assertBothWays(desktop);
        }
    }
}
