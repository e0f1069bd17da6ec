package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wandb.auth.server.HeaderServer;
import wandb.auth.server.KeyValueServer;
import wandb.auth.system.Desktop;
import wandb.auth.system.HomeContent;
import wandb.auth.system.OtherKeychain;
import wandb.auth.system.PasswordStore;
import wandb.auth.system.Run;

/** The SDK gets by the hook what is kept in each place that keys can be kept in. */
@Tag("slow")
class HookStoresIT {

    private static final String KEY = "a".repeat(40);

    @TempDir
    Path folder;

    /** The key is saved there, is in no file, and is what the SDK sends. */
    private static void assertFinds(HookedMachine hooked, String store) throws Exception {
        try (HeaderServer server = HeaderServer.start()) {
            hooked.with(Map.of("WANDB_BASE_URL", server.url()));
            hooked.wandb("login", "--store", store, KEY).ends(0);
            assertEquals(
                    List.of(),
                    HomeContent.filesWith(KEY, hooked.machine().home().getParent()));
            Run run = hooked.python("import wandb\nprint(wandb.login())\nwandb.Api()\n")
                    .ends(0);
            assertEquals("True\n", run.out(), run::toString);
            assertEquals(List.of(KEY), server.keys(), run::toString);
            hooked.wandb("logout").ends(0);
            run = hooked.python("import wandb\nwandb.Api()\n");
            assertEquals(List.of(KEY), server.keys(), run::toString);
        }
    }

    @Test
    void gnomeKeyring() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        try (Desktop desktop = Desktop.withKeychain(hooked.machine())) {
            assertFinds(hooked.with(desktop.with(Map.of())), "keyring");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherKeychain(OtherKeychain keychain) throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        try (Desktop desktop = keychain.onDesktopOf(hooked.machine())) {
            assertFinds(hooked.with(desktop.with(Map.of())), "keyring");
        }
    }

    /** A program in the background has nobody to ask, so no window is opened for it. */
    @Test
    void keePassXcThatAsksBeforeEachReadingIsNamedAsTheReason() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        try (Desktop desktop = OtherKeychain.keePassXcThatAsks(hooked.machine());
                HeaderServer server = HeaderServer.start()) {
            hooked.with(desktop.with(Map.of("WANDB_BASE_URL", server.url())));
            hooked.wandb("login", "--store", "keyring", KEY).ends(0);
            Run run = hooked.python("import wandb\nwandb.Api()\n");
            assertTrue(
                    run.err().contains("The keychain needs confirmation, and there is no one to ask here."),
                    run::toString);
            assertEquals(List.of(), server.keys());
        }
    }

    @Test
    void passByItsHelper() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        try (PasswordStore pass = PasswordStore.on(hooked.machine())) {
            assertFinds(hooked.with(pass.with(Map.of())), "helper:pass");
        }
    }

    @Test
    void passByCommandLines() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        try (PasswordStore pass = PasswordStore.on(hooked.machine())) {
            hooked.with(pass.with(Map.of()))
                    .wandb("auth", "stores", "add", "pass")
                    .ends(0);
            assertFinds(hooked, "command:pass");
        }
    }

    @Test
    void vault() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED).withVaultPlugin();
        try (KeyValueServer vault = KeyValueServer.start()) {
            hooked.with(Map.of("VAULT_ADDR", vault.url(), "VAULT_TOKEN", KeyValueServer.TOKEN));
            assertFinds(hooked, "vault");
        }
    }
}
