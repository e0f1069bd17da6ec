package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys kept by {@code docker-credential-pass} and by {@code docker-credential-secretservice}, by whole runs. */
class HelperIT {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final String ITEM = CLOUD + "/wandb-login/default";
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);

    @TempDir
    Path folder;

    private Machine machine;
    private PasswordStore pass;

    @BeforeEach
    void startWithAPasswordStore() throws Exception {
        machine = new Machine(folder);
        pass = PasswordStore.on(machine);
    }

    @AfterEach
    void endTheAgent() throws Exception {
        if (pass != null) {
            pass.close();
        }
    }

    private static String credential(String key) {
        return "{\"ServerURL\":\"" + ITEM + "\",\"Username\":\"default@api.wandb.ai\",\"Secret\":\"" + key + "\"}";
    }

    @Test
    void aKeyIsSavedThereFoundAgainAndErased() throws Exception {
        Run run = pass.wandb("login", "--store", "helper:pass", KEY).ends(0);
        assertTrue(run.err().contains("in helper:pass, item " + ITEM), run.err());
        assertTrue(pass.lookedUp(ITEM).contains(KEY));
        assertFalse(Files.exists(machine.home().resolve(".netrc")));

        assertTrue(pass.wandb("login").ends(0).err().contains("Already"));
        assertTrue(pass.wandb("status").ends(0).out().contains("> "));
        pass.wandb("auth", "token").leaves(0, KEY + "\n", "");
        pass.wandb("auth", "exec", "--", "sh", "-c", "echo $WANDB_API_KEY").leaves(0, KEY + "\n", "");
        assertTrue(pass.wandb("auth", "list").ends(0).out().contains("helper:pass"));
        String stores = pass.wandb("auth", "stores").ends(0).out();
        assertTrue(stores.replaceAll(" +", " ").contains("\nhelper:pass plaintext usable allowed\n"), stores);

        run = pass.wandb("logout").ends(0);
        assertTrue(run.err().contains("Erased the key for " + CLOUD + " from helper:pass"), run.err());
        assertFalse(pass.lookedUp(ITEM).contains(KEY));
        pass.wandb("auth", "token").ends(4);
    }

    @Test
    void aKeyThatSomebodyElsePutThereIsUsed() throws Exception {
        pass.run(credential(KEY), "docker-credential-pass", "store");
        machine.wandb("login", OTHER_KEY).ends(0);

        Run run = pass.wandb("login", "--store", "helper:pass").ends(0);

        assertTrue(run.err().contains("Found a key for " + CLOUD + " in helper:pass, item " + ITEM), run.err());
        assertTrue(run.err().contains(".netrc:3 has another key for this server"), run.err());
        assertTrue(machine.read(".netrc").contains(OTHER_KEY));
        assertTrue(machine.read(".config/wandb/auth.ini").contains("store = helper:pass\n"));
        pass.wandb("auth", "token").leaves(0, KEY + "\n", "");
    }

    @Test
    void aKeyMovesThereAndBack() throws Exception {
        machine.wandb("login", KEY).ends(0);
        pass.wandb("auth", "migrate", "--to", "helper:pass").ends(0);
        assertFalse(machine.read(".netrc").contains(KEY));
        assertTrue(pass.lookedUp(ITEM).contains(KEY));
        pass.wandb("auth", "migrate", "--to", "netrc").ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        assertFalse(pass.lookedUp(ITEM).contains(KEY));
    }

    @Test
    void theDoctorProvesOneThatSomebodyVouchesFor() throws Exception {
        machine.write(".config/wandb/auth.ini", "[store.helper:pass]\nprotection = encrypted\n");
        pass.wandb("login", "--store", "helper:pass", KEY).ends(0);
        pass.wandb("auth", "doctor").ends(0);
        String listed = pass.run("", "docker-credential-pass", "list").out();
        assertEquals("{\"" + ITEM + "\":\"default@api.wandb.ai\"}", listed.strip());
    }

    @Test
    void onlyTheAdministratorVouchesForAHelperWhereThereIsOne() throws Exception {
        machine.write(".config/wandb/auth.ini", "[store.helper:pass]\nprotection = encrypted\n");
        Path policy = machine.write("policy/auth.ini", "[policy]\nleast_protection = encrypted\n");
        governed(policy, "login", "--store", "helper:pass", KEY).ends(3);
        machine.write(
                "policy/auth.ini",
                "[policy]\nleast_protection = encrypted\n[store.helper:pass]\nprotection = encrypted\n");
        governed(policy, "login", "--store", "helper:pass", KEY).ends(0);
    }

    @Test
    void onlyAListedHelperRuns() throws Exception {
        Path helper = machine.writeProgram("bin/x", "#!/bin/sh\ntouch ran\nexec docker-credential-pass \"$@\"\n");
        Path policy = machine.write("policy/auth.ini", "[policy]\nhelpers = none\n");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(helper)));

        Run run = governed(policy, "login", "--store", "helper:" + helper, KEY).ends(3);
        assertTrue(run.err().contains(helper + " is " + digest), run.err());
        assertTrue(run.err().contains("policy/auth.ini:2)"), run.err());
        assertFalse(Files.exists(machine.home().resolve("ran")));

        machine.write("policy/auth.ini", "[policy]\nhelpers = " + digest + "\n");
        governed(policy, "login", "--store", "helper:" + helper, KEY).ends(0);
        assertTrue(Files.exists(machine.home().resolve("ran")));
    }

    private Run governed(Path policy, String... arguments) throws Exception {
        Map<String, String> variables = new HashMap<>(pass.with(Map.of("WANDB_AUTH_POLICY", policy.toString())));
        return machine.wandbWith(variables, arguments);
    }

    @Test
    void nothingInAWorkspaceNamesAHelper() throws Exception {
        Path workspace = Files.createDirectories(machine.workingDirectory().resolve("wandb"));
        Path program = machine.writeProgram("bin/evil", "#!/bin/sh\ntouch " + machine.home() + "/ran\n");
        Files.copy(program, machine.workingDirectory().resolve("docker-credential-evil"));
        Path settings = Files.writeString(
                workspace.resolve("auth.ini"),
                "[policy]\norder = helper:evil, command:evil\ndefault_store = helper:" + program
                        + "\n[store.command:evil]\ncommand = " + program + "\n[account " + CLOUD
                        + "]\nstore = command:evil\n");
        Files.writeString(workspace.resolve("settings"), "[default]\nstore = helper:evil\n");
        Map<String, String> here = Map.of("PATH", ".::/usr/bin:/bin");
        Run refused = machine.wandbWith(here, "status").ends(1);
        assertTrue(refused.err().contains(settings + ":1: "), refused.err());
        Files.delete(settings);
        machine.wandbWith(here, "status").ends(4);
        machine.wandbWith(here, "auth", "stores").ends(0);
        machine.wandbWith(here, "login", "--store", "command:evil").ends(2);
        machine.wandbWith(here, "login", "--store", "helper:evil", KEY).ends(1);
        machine.wandbWith(here, "login", KEY).ends(0);
        assertFalse(Files.exists(machine.home().resolve("ran")));
    }

    @Test
    void aHelperThatCannotReadItsStoreIsNoReasonToUseAnOlderKey() throws Exception {
        pass.wandb("login", "--store", "helper:pass", KEY).ends(0);
        machine.write(".netrc", "machine api.wandb.ai login user password " + OTHER_KEY + "\n");
        pass.run("", "gpgconf", "--kill", "all");
        Map<String, String> withoutKeys =
                pass.with(Map.of("GNUPGHOME", machine.home().toString()));
        Run run = machine.wandbWith(withoutKeys, "auth", "token").ends(1);
        assertEquals("", run.out());
        assertTrue(run.err().contains("docker-credential-pass could not look up the key, "), run.err());
    }

    @Test
    void theKeychainIsReachedByAHelperToo() throws Exception {
        try (Desktop desktop = Desktop.withKeychain(machine)) {
            desktop.wandb("login", "--store", "helper:secretservice", KEY).ends(0);
            desktop.wandb("auth", "token").leaves(0, KEY + "\n", "");
            assertEquals(1, desktop.items().size());
            desktop.wandb("login", "--relogin", OTHER_KEY).ends(0);
            desktop.wandb("auth", "token").leaves(0, OTHER_KEY + "\n", "");
            desktop.wandb("logout").ends(0);
            desktop.wandb("auth", "token").ends(4);
        }
    }

    @Test
    void aKeychainThatIsNotThereIsToldByTheHelper() throws Exception {
        Run run = machine.wandbWith(
                        Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"),
                        "login",
                        "--store",
                        "helper:secretservice",
                        KEY)
                .ends(1);
        assertTrue(run.err().contains("docker-credential-secretservice did not save the key, saying"), run.err());
    }
}
