package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A keychain that is gone, locked, silent or was never there: the runs fail, and use no plaintext instead. */
class MissingKeychainIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String STALE_KEY = "b".repeat(40);
    private static final String LOCKED = "The keychain is locked.";
    private static final String SILENT = "The keychain does not answer.";

    private static final Map<String, String> IMPATIENT = Map.of("WANDB_AUTH_TIMEOUT", "1");

    @TempDir
    Path folder;

    private Machine machine;
    private Desktop desktop;

    /** The key in netrc is of the user's own making, so no login has taken it away. */
    @BeforeEach
    void startWithAKeyInTheKeychainAndAStaleOneInNetrc() throws Exception {
        machine = new Machine(folder);
        desktop = Desktop.withKeychain(machine);
        desktop.wandb("login", "--store", "keyring", KEY).ends(0);
        machine.write(".netrc", "machine api.wandb.ai\n  login user\n  password " + STALE_KEY + "\n");
    }

    @AfterEach
    void endTheSession() {
        if (desktop != null) {
            desktop.close();
        }
    }

    /** Nothing gives a key, nothing takes one, and all say why. */
    private void assertFailsClosed(Map<String, String> session, String why) throws Exception {
        String netrc = machine.read(".netrc");
        for (List<String> command : List.of(
                List.of("auth", "token"),
                List.of("auth", "exec", "--", "sh", "-c", "echo $WANDB_API_KEY"),
                List.of("login"),
                List.of("login", "--store", "keyring", KEY))) {
            Run run = machine.wandbWith(session, command.toArray(String[]::new)).ends(1);
            assertEquals("", run.out());
            assertTrue(run.err().contains(why), run.err());
        }
        Run status = machine.wandbWith(session, "status").ends(1);
        assertTrue(status.out().contains("cannot be used: " + why), status.out());
        assertEquals(netrc, machine.read(".netrc"));
    }

    @Test
    void oneThatWasKilledMeanwhile() throws Exception {
        desktop.killKeychain();
        assertFailsClosed(
                desktop.with(Map.of()), "There is no keychain here: no Secret Service runs in this D-Bus session.");
        desktop.startKeychain();
        desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void oneOfASessionThatIsNotThisOne() throws Exception {
        assertFailsClosed(Map.of("XDG_RUNTIME_DIR", folder.toString()), "There is no keychain here");
    }

    @Test
    void oneThatIsLockedAndCannotBeOpened() throws Exception {
        desktop.lockKeychain();
        assertFailsClosed(desktop.with(Map.of()), LOCKED);
    }

    @Test
    void aLogoutThatCannotAskItSaysSo() throws Exception {
        desktop.lockKeychain();
        Run run = desktop.wandb("logout").ends(1);
        assertTrue(run.err().contains(LOCKED), run.err());
        assertTrue(machine.read(".config/wandb/auth.ini").contains("keyring"));
    }

    @Test
    void oneThatTakesCallsAndNeverAnswers() throws Exception {
        desktop.silenceKeychain();
        for (List<String> command : List.of(List.of("auth", "token"), List.of("login", "--store", "keyring", KEY))) {
            Run run = machine.wandbWith(desktop.with(IMPATIENT), command.toArray(String[]::new))
                    .ends(1);
            assertEquals("", run.out());
            assertTrue(run.err().contains(SILENT), run.err());
        }
    }

    @Test
    void aBusThatNeverAnswers() throws Exception {
        Path socket = folder.resolve("deaf");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Map<String, String> session = new HashMap<>(IMPATIENT);
            session.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
            Run run = machine.wandbWith(session, "auth", "token").ends(1);
            assertTrue(run.err().contains(SILENT), run.err());
        }
    }

    @Test
    void oneWithoutACollection() throws Exception {
        Machine fresh = new Machine(folder);
        try (Desktop empty = Desktop.withoutKeychain(fresh)) {
            empty.startEmptyKeychain();
            Run run = empty.wandb("login", "--store", "keyring", KEY).ends(1);
            assertTrue(run.err().contains("The Secret Service has no default keyring (collection)"), run.err());
            assertFalse(Files.exists(fresh.home().resolve(".netrc")));
        }
    }

    @Test
    void theStoresTellWhatIsMissing() throws Exception {
        desktop.killKeychain();
        String stores = desktop.wandb("auth", "stores").ends(0).out();
        assertTrue(stores.contains("not usable: There is no keychain here"), stores);
        Run doctor = desktop.wandb("auth", "doctor").ends(1);
        assertTrue(doctor.out().contains("There is no keychain here"), doctor.out());
    }
}
