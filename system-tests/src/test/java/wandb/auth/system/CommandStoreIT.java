package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys kept by three command lines of {@code auth.ini}, by whole runs: every command treats them like any store. */
class CommandStoreIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);

    private static final String KEEPER = """
            #!/bin/sh
            item=$HOME/kept/$(printf %s "$2" | tr -c a-z0-9 _)
            echo "$*" >> "$HOME/ran"
            case $1 in
                read) cat "$item" 2>/dev/null || exit 44 ;;
                save) mkdir -p "$HOME/kept" && cat > "$item" ;;
                erase) rm "$item" ;;
            esac
            """;

    private static final String SECTION = """
            [store.command:kept]
            command = ~/bin/keeper read {host}/{profile}
            save = ~/bin/keeper save {host}/{profile}
            erase = ~/bin/keeper erase {host}/{profile}
            absent = 44
            protection = encrypted
            """;

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void installTheKeeper() throws Exception {
        machine = new Machine(folder);
        machine.writeProgram("bin/keeper", KEEPER);
        machine.write(".config/wandb/auth.ini", SECTION);
    }

    private boolean hasRun() {
        return Files.exists(machine.home().resolve("ran"));
    }

    @Test
    void aKeyIsSavedThereFoundMovedAndErased() throws Exception {
        machine.wandb("login", "--store", "command:kept", KEY).ends(0);
        machine.wandb("auth", "token").leaves(0, KEY + "\n", "");
        machine.wandb("auth", "exec", "--", "sh", "-c", "echo $WANDB_API_KEY").leaves(0, KEY + "\n", "");
        assertTrue(machine.wandb("status").ends(0).out().contains("command:kept"));
        assertTrue(machine.wandb("auth", "list").ends(0).out().contains("command:kept"));
        String stores = machine.wandb("auth", "stores").ends(0).out();
        assertTrue(stores.lines().anyMatch(line -> line.matches("command:kept +encrypted +usable +allowed")), stores);
        machine.wandb("auth", "doctor").ends(0);
        Run elsewhere = machine.wandb("auth", "switch", "work").ends(4);
        assertFalse(elsewhere.err().isEmpty());

        machine.wandb("auth", "migrate", "--to", "netrc").ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        machine.wandb("auth", "migrate", "--to", "command:kept").ends(0);
        assertFalse(machine.read(".netrc").contains(KEY));

        machine.wandb("login", "--profile", "work", "--store", "command:kept", OTHER_KEY)
                .ends(0);
        machine.wandb("logout").ends(0);
        machine.wandb("auth", "token").ends(4);
        machine.wandb("auth", "token", "--profile", "work").leaves(0, OTHER_KEY + "\n", "");
        assertFalse(machine.read("ran").contains(KEY));
    }

    @Test
    void nothingIsRunForAServerThatOnlyAWorkspaceNames() throws Exception {
        machine.write(".config/wandb/auth.ini", "[policy]\norder = command:kept, netrc\n" + SECTION);
        Path settings = Files.createDirectories(machine.workingDirectory().resolve("wandb"));
        for (String server : new String[] {"https://evil.example.com", "https://evil.example.com/x"}) {
            Files.writeString(settings.resolve("settings"), "[default]\nbase_url = " + server + "\n");
            machine.wandb("status").ends(4);
            machine.wandb("auth", "token").ends(4);
            machine.wandb("login").ends(4);
            machine.wandb("login", "--store", "command:kept").ends(1);
            machine.wandb("login", "--store", "command:kept", KEY).ends(1);
            machine.wandb("logout");
            machine.wandb("auth", "migrate", "--to", "command:kept");
        }
        assertFalse(hasRun());
        machine.wandb("login", "--host", "https://evil.example.com/x", "--store", "command:kept", KEY)
                .ends(0);
        assertTrue(hasRun());
        assertEquals(KEY + "\n", machine.wandb("auth", "token").ends(0).out());
    }
}
