package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that a command gives, by whole runs. */
class CommandIT {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithACommand() throws Exception {
        machine = new Machine(folder);
        machine.writeProgram(
                "bin/key", "#!/bin/sh\necho run >> runs\n[ \"$*\" = 'read the key' ] && cat answer || exit 9\n");
        machine.write("answer", KEY + "\n");
        configure("command = ~/bin/key read 'the key'");
    }

    private void configure(String settings) throws Exception {
        machine.write(".config/wandb/auth.ini", "[store.command:op]\n" + settings + "\n");
    }

    @Test
    void aLoginToItUsesItsKeyFromThenOn() throws Exception {
        Run run = machine.wandb("login", "--store", "command:op").ends(0);
        assertTrue(run.err().contains("Found a key for " + CLOUD + " in command:op"), run.err());
        assertTrue(machine.read(".config/wandb/auth.ini").contains("[account " + CLOUD + "]\nstore = command:op\n"));
        machine.wandb("auth", "token").leaves(0, KEY + "\n", "");
        machine.wandb("auth", "exec", "--", "sh", "-c", "echo $WANDB_API_KEY").leaves(0, KEY + "\n", "");
        assertTrue(machine.wandb("login").ends(0).err().contains("Already"));
        assertTrue(machine.wandb("status").ends(0).out().contains("> 4 command:op: command:op\n"));
        assertTrue(machine.wandb("auth", "list").ends(0).out().contains("command:op"));
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
    }

    @Test
    void itIsListedAsOneThatKeysAreOnlyReadFrom() throws Exception {
        String text = machine.wandb("auth", "stores").ends(0).out();
        assertTrue(text.replaceAll(" +", " ").contains("\ncommand:op plaintext, only read usable allowed\n"), text);
        String json = machine.wandb("auth", "stores", "--json").ends(0).out();
        assertTrue(json.contains("{\"id\":\"command:op\",\"protection\":\"plaintext\",\"read_only\":true"), json);
        assertTrue(json.contains("{\"id\":\"netrc\",\"protection\":\"plaintext\",\"read_only\":false"), json);
        assertFalse(Files.exists(machine.home().resolve("runs")), "nothing is run for that");
    }

    @Test
    void nothingIsSavedOrMovedThere() throws Exception {
        machine.wandb("login", OTHER_KEY).ends(0);
        for (String arguments : new String[] {
            "login --store command:op " + OTHER_KEY,
            "auth migrate --to command:op",
            "auth migrate --to command:op --dry-run"
        }) {
            Run run = machine.wandb(arguments.split(" ")).ends(1);
            assertTrue(run.err().contains("It is read-only: keys cannot be saved there."), run.err());
        }
        assertTrue(machine.read(".netrc").contains(OTHER_KEY));
    }

    @Test
    void itsKeyMovesElsewhereByACopy() throws Exception {
        machine.wandb("login", "--store", "command:op").ends(0);
        machine.wandb("auth", "migrate", "--to", "netrc").ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        assertTrue(machine.read(".config/wandb/auth.ini").contains("store = netrc\n"));
    }

    @Test
    void aLogoutForgetsItAndSaysWhatStays() throws Exception {
        machine.wandb("login", "--store", "command:op").ends(0);
        Run run = machine.wandb("logout").ends(0);
        assertTrue(run.err().contains("command:op is no longer used but is read-only"), run.err());
        assertFalse(machine.read(".config/wandb/auth.ini").contains("[account"));
        machine.wandb("auth", "token").ends(4);
    }

    @Test
    void theDoctorWritesNothingThere() throws Exception {
        configure("command = ~/bin/key read 'the key'\nprotection = remote");
        machine.wandb("login", "--store", "command:op").ends(0);
        machine.wandb("auth", "doctor").ends(0);
    }

    @Test
    void aCommandThatFailsIsNoReasonToUseAnOlderKey() throws Exception {
        machine.wandb("login", "--store", "command:op").ends(0);
        machine.write(".netrc", "machine api.wandb.ai login user password " + OTHER_KEY + "\n");
        Files.delete(machine.home().resolve("answer"));
        Run run = machine.wandb("auth", "token").ends(1);
        assertEquals("", run.out());
        assertTrue(run.err().contains("command:op: key gave no key and exited with code 9, saying"), run.err());
    }

    @Test
    void itIsAskedForItsOwnServerOnly() throws Exception {
        machine.write(
                ".config/wandb/auth.ini",
                "[policy]\norder = command:op, netrc\n[store.command:op]\ncommand = ~/bin/key read 'the key'\n");
        machine.wandb("auth", "token").leaves(0, KEY + "\n", "");
        Files.delete(machine.home().resolve("runs"));
        machine.wandb("auth", "token", "--host", "https://wandb.example.com").ends(4);
        assertFalse(Files.exists(machine.home().resolve("runs")));
    }

    @Test
    void neitherItsArgumentsNorItsVariablesHaveAKey() throws Exception {
        machine.writeProgram("bin/key", "#!/bin/sh\nenv > environment\ncat answer\n");
        machine.wandbWith(Map.of("WANDB_API_KEY", OTHER_KEY, "AWS_PROFILE", "ml"), "login", "--store", "command:op")
                .ends(0);
        String variables = machine.read("environment");
        assertTrue(variables.contains("AWS_PROFILE=ml\n"), variables);
        assertFalse(variables.contains(OTHER_KEY), variables);
    }

    @Test
    void aSettingThatMeansNothingIsSaid() throws Exception {
        configure("command = ~/bin/key read | head -1");
        Run run = machine.wandb("login", "--store", "command:op").ends(1);
        assertTrue(run.err().contains("The command has a '|', and no shell runs it."), run.err());
        String listed = machine.wandb("auth", "stores").ends(0).out();
        assertTrue(listed.contains("command is not a command. The command has a '|', and no shell runs it."), listed);
    }

    @Test
    void anEncryptedNetrcIsReadByGpg() throws Exception {
        try (PasswordStore pass = PasswordStore.on(machine)) {
            pass.encrypted(
                    ".netrc.gpg",
                    "machine github.com login me password x\n# ours\nmachine wandb.example.com\n  login user\n  password "
                            + KEY + "\ndefault login a password b\n");
            configure("command = gpg --quiet --batch -d ~/.netrc.gpg\nformat = netrc");
            String host = "https://wandb.example.com";
            pass.wandb("login", "--store", "command:op", "--host", host).ends(0);
            pass.wandb("auth", "token", "--host", host).leaves(0, KEY + "\n", "");
            Run run = pass.wandb("login", "--store", "command:op", "--cloud").ends(1);
            assertTrue(run.err().contains("It has no key for this server"), run.err());
        }
    }
}
