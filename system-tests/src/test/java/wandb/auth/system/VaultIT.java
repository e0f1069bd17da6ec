package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.server.KeyValueServer;

/** The plugin for Vault-compatible servers, dropped in as its build leaves it, in whole runs. */
class VaultIT {

    private static final Path BUILT = Checkout.ROOT.resolve("plugin-vault/target/plugin/vault");
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);
    private static final String PLACE = "wandb/api.wandb.ai/default";

    @TempDir
    Path folder;

    private Machine machine;
    private KeyValueServer server;

    @BeforeEach
    void dropItIn() throws IOException {
        machine = new Machine(folder);
        server = KeyValueServer.start();
        Path installed = Files.createDirectories(machine.home().resolve(".config/wandb/plugins/vault"));
        try (Stream<Path> jars = Files.list(BUILT)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, installed.resolve(jar.getFileName()));
            }
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Run wandb(String... arguments) throws IOException, InterruptedException {
        return wandbReading("", arguments);
    }

    private Run wandbReading(String input, String... arguments) throws IOException, InterruptedException {
        Map<String, String> session =
                Map.of("VAULT_ADDR", server.url(), "VAULT_TOKEN", KeyValueServer.TOKEN, "WANDB_AUTH_TIMEOUT", "3600");
        return machine.wandbReading(input, session, arguments);
    }

    @Test
    void aKeyIsSavedThereFoundAgainAndDestroyed() throws Exception {
        Run login = wandbReading(KEY + "\n", "login", "--store", "vault", "--key-stdin")
                .ends(0);
        assertTrue(login.err().contains(PLACE), login.err());
        assertTrue(server.readable().contains(KEY));
        assertFalse(Files.exists(machine.home().resolve(".netrc")));

        wandb("auth", "token").leaves(0, KEY + "\n", "");
        Run status = wandb("status").ends(0);
        assertTrue((status.out() + status.err()).contains(PLACE), status::toString);
        String stores = wandb("auth", "stores").ends(0).out();
        assertTrue(stores.replaceAll(" +", " ").contains("\nvault remote usable allowed\n"), stores);
        assertTrue(wandb("auth", "list").ends(0).out().contains("vault"));

        Run logout = wandb("logout").ends(0);
        assertTrue(
                logout.err().contains("Erased the key for https://api.wandb.ai from Vault secret secret/" + PLACE),
                logout.err());
        assertFalse(server.readable().contains(KEY), server.readable());
        wandb("auth", "token").ends(4);
    }

    @Test
    @Tag("slow")
    void aKeyMovesThereAndBack() throws Exception {
        wandb("login", KEY).ends(0);
        wandb("auth", "migrate", "--to", "vault").ends(0);
        assertFalse(machine.read(".netrc").contains(KEY));
        assertTrue(server.readable().contains(KEY));
        wandb("auth", "migrate", "--to", "netrc").ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        assertFalse(server.readable().contains(KEY), server.readable());
    }

    @Test
    @Tag("slow")
    void eachProfileHasASecret() throws Exception {
        wandbReading(KEY, "login", "--store", "vault", "--key-stdin").ends(0);
        wandbReading(OTHER_KEY, "login", "--store", "vault", "--profile", "work", "--key-stdin")
                .ends(0);
        wandb("auth", "token").leaves(0, KEY + "\n", "");
        wandb("auth", "token", "--profile", "work").leaves(0, OTHER_KEY + "\n", "");
    }

    @Test
    void aServerThatCannotBeReachedIsNoReasonToUseAnOlderKey() throws Exception {
        wandbReading(KEY, "login", "--store", "vault", "--key-stdin").ends(0);
        machine.write(".netrc", "machine api.wandb.ai login user password " + OTHER_KEY + "\n");
        String address = server.url();
        server.close();
        Run run = wandb("auth", "token").ends(1);
        assertEquals("", run.out());
        assertTrue(run.err().contains(address + " cannot be reached."), run.err());
    }

    @Test
    void theDoctorProvesIt() throws Exception {
        wandbReading(KEY, "login", "--store", "vault", "--key-stdin").ends(0);
        wandb("auth", "doctor").ends(0);
        wandb("auth", "token").leaves(0, KEY + "\n", "");
    }
}
