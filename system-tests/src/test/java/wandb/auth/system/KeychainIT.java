package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a real GNOME Keyring, by whole runs: what is in the keychain is in no file. */
class KeychainIT {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);
    private static final String[] SHOW_KEY = {"auth", "exec", "--", "sh", "-c", "echo $WANDB_API_KEY"};

    @TempDir
    Path folder;

    private Machine machine;
    private Desktop desktop;

    @BeforeEach
    void startWithAnOpenKeychain() throws Exception {
        machine = new Machine(folder);
        desktop = Desktop.withKeychain(machine);
    }

    @AfterEach
    void endTheSession() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Test
    void aKeyIsSavedThereAndNowhereElse() throws Exception {
        Run run = desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        assertEquals(KEY, desktop.secret(CLOUD));
        assertFalse(Files.exists(netrc()));
        assertTrue(machine.read(".config/wandb/auth.ini").contains("store = keyring\n"));
        assertTrue(run.err().contains("wandb auth exec -- PROGRAM"), run.err());
    }

    @Test
    void fromThenOnItIsFoundUntold() throws Exception {
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        assertTrue(desktop.wandb("login").ends(0).err().contains("Already logged in to " + CLOUD));
        assertTrue(desktop.wandb("status").ends(0).out().contains("> "));
        desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
        desktop.wandb(SHOW_KEY).leaves(0, KEY + "\n", "");
    }

    /** As older versions of D-Bus make it (unix(7)). */
    @Test
    void aSessionAtAnAbstractSocketIsReached() throws Exception {
        Map<String, String> there = desktop.with(Map.of(
                "DBUS_SESSION_BUS_ADDRESS", "unix:abstract=" + desktop.folder().resolve("bus")));
        machine.wandbWith(there, "login", "--store", "keyring", KEY).ends(0);
        assertEquals(KEY, desktop.secret(CLOUD));
        machine.wandbWith(there, "auth", "token").leaves(0, KEY + "\n", "");
        machine.wandbWith(there, "logout").ends(0);
        assertEquals(List.of(), desktop.items());
    }

    @Test
    void aNewKeyReplacesItThereWithoutAStoreBeingNamed() throws Exception {
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        desktop.wandb("login", "--relogin", OTHER_KEY).ends(0);
        assertEquals(OTHER_KEY, desktop.secret(CLOUD));
        assertEquals(1, desktop.items().size());
        assertFalse(Files.exists(netrc()));
    }

    @Test
    void aKeyMovesOutOfNetrc() throws Exception {
        desktop.wandb("login", KEY).ends(0);
        Run run = desktop.wandb("login", "--store", "keyring").ends(0);
        assertTrue(run.err().contains("Saved the key from " + netrc()), run.err());
        assertTrue(run.err().contains("Erased the key from " + netrc()), run.err());
        assertFalse(machine.read(".netrc").contains(KEY));
        desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void theKeyInNetrcStaysWhereItIsWanted() throws Exception {
        desktop.wandb("login", KEY).ends(0);
        desktop.wandb("login", "--store", "keyring", "--keep-plaintext").ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        assertEquals(KEY, desktop.secret(CLOUD));
    }

    @Test
    void aNewKeyTakesThePlaceOfTheOneInNetrc() throws Exception {
        desktop.wandb("login", OTHER_KEY).ends(0);
        Run run = desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        assertTrue(run.err().contains("Erased the key from " + netrc()), run.err());
        assertFalse(machine.read(".netrc").contains(OTHER_KEY));
        desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void aKeyOfAVariableIsCopied() throws Exception {
        Run run = desktop.wandbWith(Map.of("WANDB_API_KEY", KEY), "login", "--store", "keyring")
                .ends(0);
        assertTrue(run.err().contains("Saved the key from WANDB_API_KEY"), run.err());
        assertEquals(KEY, desktop.secret(CLOUD));
    }

    @Test
    void itMovesToNetrcAndBack() throws Exception {
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        desktop.wandb("auth", "migrate", "--to", "netrc").ends(0);
        assertEquals(List.of(), desktop.items());
        assertTrue(machine.read(".netrc").contains(KEY));
        desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
        desktop.wandb("auth", "migrate", "--to", "keyring").ends(0);
        assertFalse(machine.read(".netrc").contains(KEY));
        desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        desktop.wandb("login", KEY).ends(0);
        String netrc = machine.read(".netrc");
        String accounts = machine.read(".config/wandb/auth.ini");
        Run run =
                desktop.wandb("auth", "migrate", "--to", "keyring", "--dry-run").ends(0);
        assertTrue(run.err().contains("Would move the key for " + CLOUD + " from " + netrc()), run.err());
        assertEquals(List.of(), desktop.items());
        assertEquals(netrc, machine.read(".netrc"));
        assertEquals(accounts, machine.read(".config/wandb/auth.ini"));
    }

    @Test
    void aLogoutErasesItEverywhere() throws Exception {
        desktop.wandb("login", KEY).ends(0);
        desktop.wandb("login", "--store", "keyring", "--keep-plaintext").ends(0);
        desktop.wandb("logout").ends(0);
        assertEquals(List.of(), desktop.items());
        assertFalse(machine.read(".netrc").contains(KEY));
        desktop.wandb("auth", "token").ends(4);
    }

    @Test
    void aLogoutNamesTheVariableThatStillGivesAKey() throws Exception {
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        Run run =
                desktop.wandbWith(Map.of("WANDB_API_KEY", OTHER_KEY), "logout").ends(1);
        assertTrue(run.err().contains("WANDB_API_KEY still gives a credential"), run.err());
        assertEquals(List.of(), desktop.items());
    }

    @Test
    void thoseWhoListSeeItAndNoSecret() throws Exception {
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        Run list = desktop.wandb("auth", "list").ends(0);
        assertTrue(list.out().contains(CLOUD) && list.out().contains("keyring"), list.out());
        String stores = desktop.wandb("auth", "stores", "--json").ends(0).out();
        assertTrue(stores.contains("\"id\":\"keyring\",\"protection\":\"encrypted\""), stores);
        assertFalse(stores.contains("\"usable\":false"), stores);
        assertFalse((list + stores).contains(KEY));
    }

    @Test
    void theDoctorsThrowawayItemIsGoneAfterwards() throws Exception {
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        List<String> before = desktop.items();
        desktop.wandb("auth", "doctor").leaves(0, "No problems found.\n", "");
        assertEquals(1, before.size());
        assertEquals(before, desktop.items());
    }

    private Path netrc() {
        return machine.home().resolve(".netrc");
    }
}
