package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that others bring, in whole runs. */
class PluginIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;
    private Path plugins;
    private Path safe;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
        Path configuration = Files.createDirectories(machine.home().resolve(".config/wandb"));
        plugins = Files.createDirectory(configuration.resolve("plugins"));
        safe = Files.createDirectory(machine.home().resolve("safe"));
    }

    private Path corp() throws IOException {
        machine.write(".config/wandb/auth.ini", "[store.corp]\nfolder = " + safe + "\n");
        return PluginJars.install("corp", plugins);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void everyCommandTreatsItLikeAStoreOfOurs() throws Exception {
        corp();
        Run login = machine.wandb("login", "--store", "corp", KEY).ends(0);
        assertTrue(login.err().contains("Saved the key for https://api.wandb.ai in the company's safe"), login.err());
        assertFalse(Files.exists(machine.home().resolve(".netrc")));
        assertEquals(KEY + "\n", machine.wandb("auth", "token").ends(0).out());
        Run status = machine.wandb("status").ends(0);
        assertTrue((status.out() + status.err()).contains("corp"), status::toString);
        assertTrue(machine.wandb("auth", "stores").ends(0).out().contains("corp"));
        assertTrue(machine.wandb("auth", "list").ends(0).out().contains("corp"));
        machine.wandb("auth", "migrate", "--to", "netrc").ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        machine.wandb("auth", "migrate", "--to", "corp").ends(0);
        assertFalse(machine.read(".netrc").contains(KEY));
        machine.wandb("auth", "doctor").ends(0);
        machine.wandb("logout").ends(0);
        try (var files = Files.list(safe)) {
            assertEquals(0, files.count());
        }
        machine.wandb("auth", "token").ends(4);
    }

    @Test
    void whatItPrintsIsNotTakenForOurAnswer() throws Exception {
        corp();
        machine.wandb("login", "--store", "corp", KEY).ends(0);
        assertEquals(KEY + "\n", machine.wandb("auth", "token").ends(0).out());
    }

    @Test
    void thePolicyListsThePluginsThatMayLoad() throws Exception {
        Path jar = corp();
        Path listing = machine.write("policy/auth.ini", "[policy]\nplugins = " + sha256(jar) + "\n");
        machine.wandbWith(Map.of("WANDB_AUTH_POLICY", listing.toString()), "login", "--store", "corp", KEY)
                .ends(0);
        Path none = machine.write("policy2/auth.ini", "[policy]\nplugins = none\n");
        Map<String, String> forbidden = Map.of("WANDB_AUTH_POLICY", none.toString());
        Run refused =
                machine.wandbWith(forbidden, "login", "--store", "corp", KEY).ends(3);
        assertTrue(refused.err().contains("No plugin may run."), refused.err());
        assertTrue(refused.err().contains(none + ":2"), refused.err());
        assertTrue(refused.err().contains(sha256(jar)), refused.err());
        machine.wandbWith(forbidden, "auth", "token").ends(3);
        machine.wandbWith(forbidden, "login", "--store", "netrc", KEY).ends(0);
    }

    @Test
    void oneThatCannotBeMadeLeavesTheOthersAlone() throws Exception {
        PluginJars.install("angry", plugins);
        Run failed = machine.wandb("login", "--store", "angry", KEY).ends(1);
        assertTrue(failed.err().contains("The plugin angry failed with java.lang.IllegalStateException"), failed.err());
        assertFalse(failed.err().contains("quite angry"), failed.err());
        machine.wandb("login", KEY).ends(0);
        assertEquals(KEY + "\n", machine.wandb("auth", "token").ends(0).out());
        Run stores = machine.wandb("auth", "stores").ends(0);
        assertTrue(stores.out().contains("The plugin angry failed"), stores.out());
        Run doctor = machine.wandb("auth", "doctor").ends(1);
        assertTrue((doctor.out() + doctor.err()).contains("The plugin angry failed"), doctor.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt", "exit", "another thread"})
    void oneThatEndsTheProcessIsNotTakenForASuccess(String way) throws Exception {
        PluginJars.install("leaver", plugins);
        Run left = machine.wandbWith(Map.of("WAY", way, "NAME", "holder of " + KEY), "login", "--store", "leaver", KEY)
                .ends(1);
        assertTrue(left.err().contains("\\x1b[2Jall is well\n"), left.err());
        assertTrue(left.err().contains("wandb: ERROR A plugin has ended this program (thread '"), left.err());
        assertFalse(left.err().contains(KEY), left.err());
        assertEquals("", left.out());
    }

    /** As by any other plugin that cannot be used, no other store is kept from being shown. */
    @Test
    void oneThatUnpacksToMoreThanTheMemoryLeavesTheOthersAlone() throws Exception {
        Path jar = Files.createDirectory(plugins.resolve("bomb")).resolve("bomb.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            for (int mebibyte = 0; mebibyte < 400; mebibyte++) {
                zip.write(new byte[1 << 20]);
            }
        }
        Run stores = machine.wandb("auth", "stores").ends(0);
        assertTrue(
                stores.out().contains("The plugin bomb cannot be used: It needs more memory than this program has."),
                stores.out());
    }

    @Test
    void oneThatNeverAnswersIsGivenUp() throws Exception {
        PluginJars.install("deaf", plugins);
        machine.wandb("login", KEY).ends(0);
        Run given = machine.wandbWith(Map.of("WANDB_AUTH_TIMEOUT", "1"), "login", "--store", "deaf", KEY)
                .ends(1);
        assertTrue(given.err().contains("The plugin deaf did not answer in time."), given.err());
        assertEquals(KEY + "\n", machine.wandb("auth", "token").ends(0).out());
    }

    @Test
    void aWorkspaceBringsNone() throws Exception {
        Path workspace = Files.createDirectories(machine.workingDirectory().resolve("wandb"));
        PluginJars.install("corp", Files.createDirectories(workspace.resolve("plugins")));
        Run unknown = machine.wandb("login", "--store", "corp", KEY).ends(2);
        assertTrue(unknown.err().contains("there is no store 'corp' here"), unknown.err());
        machine.wandbWith(Map.of("WANDB_CONFIG_DIR", "wandb"), "login", "--store", "corp", KEY)
                .ends(2);
    }

    @Test
    void oneOfABuiltInNameIsNeverLoaded() throws Exception {
        PluginJars.install("angry", plugins);
        Files.move(plugins.resolve("angry"), plugins.resolve("netrc"));
        machine.wandb("login", KEY).ends(0);
        assertTrue(machine.read(".netrc").contains(KEY));
        Run doctor = machine.wandb("auth", "doctor").ends(1);
        assertTrue((doctor.out() + doctor.err()).contains("netrc"), doctor.out());
    }
}
