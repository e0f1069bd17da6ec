package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.server.AnsweringServer;

/** A cloned repository whose {@code wandb/settings} is after the user's keys, by whole runs. */
class WorkspaceIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String THEIRS = "fedcba9876543210fedcba9876543210fedcba98";

    /** A helper that keeps each secret in a file. */
    private static final String HELPER = """
            #!/bin/sh
            input=$(cat)
            url=${input#*ServerURL\\":\\"}
            file=$HOME/kept/$(printf %s "${url%%\\"*}" | tr -c a-z0-9 _)
            case $1 in
                store) mkdir -p "$HOME/kept" && printf %s "$input" >"$file" ;;
                get) cat "$file" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; } ;;
                erase) rm "$file" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; } ;;
                list) echo '{}' ;;
            esac
            """;

    @TempDir
    Path folder;

    private Machine machine;
    private Map<String, String> path = Map.of();

    @BeforeEach
    void startWithAHelper() throws IOException {
        machine = new Machine(folder);
        machine.writeProgram("bin/docker-credential-f", HELPER);
        path = Map.of("PATH", machine.home().resolve("bin") + ":/usr/bin:/bin");
    }

    private void cloneSays(String... settings) throws IOException {
        Path file = machine.workingDirectory().resolve("wandb/settings");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[default]\n" + String.join("\n", settings) + "\n");
    }

    private Run wandb(String... arguments) throws Exception {
        return machine.wandbWith(path, arguments);
    }

    @Test
    void itsKeyTakesThePlaceOfNoKeyOfTheUser() throws Exception {
        wandb("login", KEY).ends(0);
        Map<String, String> before = HomeContent.of(machine.home());
        cloneSays("api_key = " + THEIRS);
        Run run = wandb("login", "--store", "helper:f").ends(1);
        assertTrue(run.err().contains("wandb/settings:2 gives this key"), run.err());
        assertFalse(run.err().contains(THEIRS), run.err());
        assertEquals(before, HomeContent.of(machine.home()));
    }

    @Test
    void itsServerGetsNoKeyThatIsTypedOrPiped() throws Exception {
        Map<String, String> before = HomeContent.of(machine.home());
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            cloneSays("base_url = " + server.url());
            Run typed = wandb("login", "--verify", KEY).ends(1);
            assertTrue(typed.err().contains("wandb/settings:2 names the server"), typed.err());
            assertTrue(typed.err().endsWith("add: --host " + server.url() + "\n"), typed.err());
            machine.wandbReading(KEY, path, "login", "--key-stdin", "--verify").ends(1);
            wandb("login", KEY).ends(1);
            assertEquals(0, server.questions());
        }
        assertEquals(before, HomeContent.of(machine.home()));
    }

    @Test
    void anotherAddressOfTheSameMachineGetsNoKey() throws Exception {
        wandb("login", "--host", "https://wandb.example.com", KEY).ends(0);
        wandb("login", "--cloud", THEIRS).ends(0);
        for (String address : new String[] {"http://wandb.example.com", "https://wandb.example.com/other"}) {
            cloneSays("base_url = " + address);
            assertFalse(wandb("auth", "token").ends(4).out().contains(KEY));
            assertFalse(wandb("auth", "exec", "--", "env").ends(4).out().contains(KEY));
            wandb("auth", "migrate", "--to", "helper:f").ends(4);
            wandb("auth", "token", "--host", address).leaves(0, KEY + "\n", "");
        }
        cloneSays("base_url = https://wandb.example.com");
        wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void aKeyOfTheEnvironmentTakesThePlaceOfNoOtherKey() throws Exception {
        wandb("login", KEY).ends(0);
        String before = machine.read(".netrc");
        Map<String, String> variables = Map.of("WANDB_API_KEY", THEIRS, "PATH", path.getOrDefault("PATH", ""));
        machine.wandbWith(variables, "login", "--store", "netrc").ends(0);
        assertEquals(before, machine.read(".netrc"));
        Run copied =
                machine.wandbWith(variables, "login", "--store", "helper:f").ends(0);
        assertTrue(copied.err().contains("has another key for this server"), copied.err());
        assertEquals(before, machine.read(".netrc"));
    }

    @Test
    void logoutErasesTheKeyFromEveryStoreThatItWasSavedTo() throws Exception {
        wandb("login", "--store", "helper:f", THEIRS).ends(0);
        wandb("login", "--store", "netrc", KEY).ends(0);
        Run run = wandb("logout", "--all").ends(0);
        assertTrue(run.err().contains("from helper:f"), run.err());
        assertFalse(HomeContent.of(machine.home()).toString().contains(THEIRS));
    }
}
