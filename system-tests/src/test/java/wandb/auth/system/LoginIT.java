package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins on machines where something is in the way, or where somebody is after the key. */
class LoginIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final Map<String, String> WITH_KEY = Map.of("WANDB_API_KEY", KEY);

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    @Test
    void aMissingHomeIsNamed() throws Exception {
        Run run = machine.wandbWith(
                        Map.of("HOME", machine.home().resolve("gone").toString()), "login", KEY)
                .ends(1);
        assertTrue(run.err().contains("/gone"), run.err());
        assertOneLine(run);
    }

    @Test
    void aReadOnlyHomeIsNamedToAnyoneButRootWhoMayWriteThere() throws Exception {
        Files.setPosixFilePermissions(machine.home(), PosixFilePermissions.fromString("r-xr-xr-x"));
        if (Machine.isRoot()) {
            machine.wandb("login", KEY).ends(0);
            return;
        }
        Run run = machine.wandb("login", KEY).ends(1);
        assertTrue(run.err().contains(machine.home().toString()), run.err());
        assertOneLine(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {".netrc", ".config/wandb/settings"})
    void aFolderWhereAFileShouldBeIsNamed(String name) throws Exception {
        Files.createDirectories(machine.home().resolve(name));
        assertIsInTheWay(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {".netrc", ".config/wandb/settings"})
    void aPipeWhereAFileShouldBeIsNamedAndHoldsNothingUp(String name) throws Exception {
        Path pipe = machine.home().resolve(name);
        Files.createDirectories(pipe.getParent());
        machine.run(Map.of(), "mkfifo", pipe.toString()).ends(0);
        assertIsInTheWay(name);
    }

    private void assertIsInTheWay(String name) throws Exception {
        for (String command : new String[] {"login", "status"}) {
            Run run = machine.wandb(command).ends(1);
            assertTrue((run.err() + run.out()).contains(name), run.toString());
        }
        Run run = machine.wandb("login", KEY).ends(1);
        assertTrue(run.err().contains(name), run.err());
        assertOneLine(run);
    }

    private static void assertOneLine(Run run) {
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("wandb: ERROR "), run.err());
    }

    @Test
    void aClonedRepositoryDrawsNoKeyFromTheEnvironment() throws Exception {
        workspaceNames("https://somebody.example");
        assertFalse(machine.wandbWith(WITH_KEY, "auth", "token").ends(4).out().contains(KEY));
        assertFalse(machine.wandbWith(WITH_KEY, "auth", "exec", "--", "env")
                .ends(4)
                .out()
                .contains(KEY));
        Run status = machine.wandbWith(WITH_KEY, "status").ends(4);
        assertTrue(status.out().contains("wandb/settings") && status.out().contains("skipped"), status.out());
    }

    @Test
    void aServerOfAClonedRepositoryGetsTheKeyWhereTheUserNamesItToo() throws Exception {
        workspaceNames("https://somebody.example");
        machine.wandbWith(WITH_KEY, "auth", "token", "--host", "https://somebody.example")
                .leaves(0, KEY + "\n", "");
        Map<String, String> named = Map.of("WANDB_API_KEY", KEY, "WANDB_BASE_URL", "https://somebody.example");
        machine.wandbWith(named, "auth", "token").leaves(0, KEY + "\n", "");
    }

    private void workspaceNames(String address) throws IOException {
        Path settings = machine.workingDirectory().resolve("wandb/settings");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "[default]\nbase_url = " + address + "\n");
    }

    @Test
    void aProgramNamedWandbInTheWorkingDirectoryIsNoWorkspace() throws Exception {
        Files.writeString(machine.workingDirectory().resolve("wandb"), "#!/bin/sh\n");
        machine.wandb("login", KEY).ends(0);
        machine.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void withoutATerminalAndAKeyItEndsAtOnceAndTellsWhatToDo() throws Exception {
        Run run = machine.wandb("login").ends(4);
        assertTrue(run.err().contains("wandb login KEY"), run.err());
        Run relogin = machine.wandb("login", "--relogin").ends(4);
        assertTrue(relogin.err().contains("--key-stdin"), relogin.err());
    }

    @Test
    void theKeyIsInNoMessageWhateverGoesWrong() throws Exception {
        String secret = "topsecret_" + "z".repeat(40);
        machine.writeProgram(".netrc", "machine api.wandb.ai login user password " + secret + "\n");
        for (String[] arguments : new String[][] {
            {"login"},
            {"login", secret},
            {"login", secret + "!"},
            {"login", secret, secret},
            {"login", "--host", secret, secret},
            {"login", "--host=https://" + secret + "@example.com", secret},
            {"login", "--" + secret},
            {"login", "-" + secret},
            {"login", "@" + secret},
            {"status", secret},
            {"status"},
            {"status", "--json"},
            {"auth", secret},
            {"auth", "token", secret},
        }) {
            Run run = machine.wandb(arguments);
            assertFalse((run.out() + run.err()).contains("topsecret"), run.out() + run.err());
        }
    }
}
