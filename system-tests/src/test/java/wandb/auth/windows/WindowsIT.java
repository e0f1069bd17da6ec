package wandb.auth.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;

/** Whole runs of the image for Windows, started by its launcher under Wine. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String NEW_KEY = "9876543210abcdef0123456789abcdef01234567";
    private static final String ENTRY = "machine api.wandb.ai\n  login user\n  password ";
    private static final String HOST = "https://wandb.example.com";

    @TempDir
    static Path folder;

    private Wine wine;

    @BeforeAll
    void install() throws Exception {
        wine = Wine.in(folder);
    }

    @BeforeEach
    void startAnew() throws IOException {
        wine.forgetAll();
    }

    @AfterAll
    void end() {
        if (wine != null) {
            wine.end();
        }
    }

    private Wine.Result wandb(String... arguments) throws Exception {
        return wine.launcher("wandb", Map.of(), "", arguments);
    }

    private void done(String... arguments) throws Exception {
        Wine.Result result = wandb(arguments);
        assertEquals(0, result.exitCode(), result::toString);
    }

    private Path netrc() {
        return wine.profile().resolve("_netrc");
    }

    private String netrcText() throws IOException {
        return Files.readString(netrc());
    }

    /** What lies in the user's folder that this program has left. */
    private List<String> litter() throws IOException {
        try (var files = Files.walk(wine.profile(), 3)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(".wandb-") || name.equals("auth.undo"))
                    .toList();
        }
    }

    @Test
    void aLoginAnotherOneAndALogoutChangeOneFile() throws Exception {
        done("login", KEY);
        assertEquals(ENTRY + KEY + "\n", netrcText());
        assertEquals(KEY + "\n", wandb("auth", "token").out());
        done("login", "--relogin", NEW_KEY);
        assertEquals(ENTRY + NEW_KEY + "\n", netrcText());
        assertTrue(wandb("status").out().contains("_netrc:3"));
        done("logout");
        assertEquals("", netrcText());
        assertEquals(4, wandb("auth", "token").exitCode());
        assertEquals(List.of(), litter());
    }

    @Test
    void lineEndsAndEntriesOfOthersStay() throws Exception {
        String others = "# mine\r\nmachine github.com login me password t\r\n";
        Files.writeString(netrc(), others);
        done("login", KEY);
        done("login", "--relogin", NEW_KEY);
        assertEquals(others + (ENTRY + NEW_KEY + "\n").replace("\n", "\r\n"), netrcText());
    }

    @Test
    void aFileIsTheSameWhateverItsCaseAndVariablesToo() throws Exception {
        Path file = wine.profile().resolve("_NetRC");
        Files.writeString(file, ENTRY + KEY + "\n");
        assertEquals(KEY + "\n", wandb("auth", "token").out());
        Files.move(file, wine.profile().resolve("other"));
        Map<String, String> variables =
                Map.of("netrc", "C:/users/../users/" + wine.profile().getFileName() + "/OTHER");
        assertEquals(
                KEY + "\n",
                wine.launcher("wandb", variables, "", "auth", "token").out());
    }

    @Test
    void aKeyComesByStandardInputAndAnArgumentOfAnyLanguageArrives() throws Exception {
        Wine.Result login = wine.launcher("wandb", Map.of(), KEY + "\r\n", "login", "--key-stdin");
        assertEquals(0, login.exitCode(), login::toString);
        assertEquals(KEY + "\n", wandb("auth", "token").out());
        Wine.Result wrong = wandb("login", "gr\u00fcn");
        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().contains("U+00FC"), wrong::toString);
        assertTrue(wandb("login", "\u65e5\u672c").err().contains("U+65E5"));
    }

    @Test
    void theCredentialManagerKeepsReplacesAndErasesAKey() throws Exception {
        done("login", "--host", HOST, "--store", "keyring", KEY);
        assertFalse(Files.exists(netrc()));
        assertEquals(KEY + "\n", wandb("auth", "token", "--host", HOST).out());
        done("login", "--host", HOST, "--relogin", NEW_KEY);
        assertEquals(NEW_KEY + "\n", wandb("auth", "token", "--host", HOST).out());
        done("logout", "--host", HOST);
        assertEquals(4, wandb("auth", "token", "--host", HOST).exitCode());
    }

    @Test
    void aKeyThatAnItemOfTheCredentialManagerCannotHoldIsRefusedBeforeAnythingIsWritten() throws Exception {
        String fits = "local-" + "k".repeat(1274);
        done("login", "--host", HOST, "--store", "keyring", fits);
        assertEquals(fits + "\n", wandb("auth", "token", "--host", HOST).out());
        Wine.Result refused = wandb("login", "--host", HOST, "--relogin", "--store", "keyring", fits + "k");
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("holds at most 1280"), refused::toString);
        assertEquals(fits + "\n", wandb("auth", "token", "--host", HOST).out());
        done("logout", "--host", HOST);
    }

    @Test
    void keysMoveIntoTheCredentialManagerAndBack() throws Exception {
        done("login", KEY);
        done("auth", "migrate", "--to", "keyring");
        assertEquals("", netrcText());
        assertEquals(KEY + "\n", wandb("auth", "token").out());
        done("auth", "migrate", "--to", "netrc");
        assertEquals(ENTRY + KEY + "\n", netrcText());
    }

    @Test
    void profilesHaveKeysOfTheirOwn() throws Exception {
        done("login", KEY);
        done("login", "--profile", "work", NEW_KEY);
        assertEquals(KEY + "\n", wandb("auth", "token").out());
        assertEquals(NEW_KEY + "\n", wandb("auth", "token", "--profile", "work").out());
        done("auth", "switch", "work");
        assertTrue(netrcText().contains("machine api.wandb.ai account profile:work\n"), netrcText());
        assertTrue(wandb("auth", "list").out().contains("work"));
    }

    @Test
    void theDoctorTriesTheCredentialManager() throws Exception {
        done("login", KEY);
        Wine.Result doctor = wandb("auth", "doctor");
        assertFalse(doctor.out().contains("Credential Manager failed"), doctor::toString);
        assertTrue(doctor.exitCode() <= 1, doctor::toString);
    }

    @Test
    void aPolicyRules() throws Exception {
        Path policy = wine.profile().resolve("work").resolve("policy.ini");
        Files.writeString(policy, "[policy]\r\nstores = keyring\r\n");
        Wine.Result refused = wine.launcher("wandb", Map.of("WANDB_AUTH_POLICY", wine.there(policy)), "", "login", KEY);
        assertEquals(3, refused.exitCode(), refused::toString);
        assertFalse(Files.exists(netrc()));
    }

    /** A file made here is this user's, in Wine too; its folder is where the system says, and no variable moves it. */
    @Test
    void aPolicyOfTheMachineThatAUserCouldHaveWrittenForbidsEverything() throws Exception {
        Path policies = wine.driveC().resolve("ProgramData/wandb");
        Files.createDirectories(policies);
        Path policy = Files.writeString(policies.resolve("auth.ini"), "[policy]\r\n");
        try {
            Wine.Result refused = wine.launcher("wandb", Map.of("ProgramData", "C:\\elsewhere"), "", "login", KEY);
            assertEquals(3, refused.exitCode(), refused::toString);
            assertTrue(refused.err().contains("icacls"), refused::toString);
        } finally {
            Files.delete(policy);
            Files.delete(policies);
        }
    }

    @Test
    void twentyLoginsAtOnceLeaveTwentyEntries() throws Exception {
        int count = 20;
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(wine.start(
                            wine.profile().resolve("work"),
                            Map.of(),
                            "wine",
                            Wine.IMAGE.resolve("bin/wandb.exe").toString(),
                            "login",
                            "--host",
                            "https://w" + i + ".example.com",
                            KEY)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said" + i).toFile())
                    .start());
        }
        for (int i = 0; i < count; i++) {
            Path said = folder.resolve("said" + i);
            assertEquals(0, Machine.exitCode(running.get(i)), () -> text(said));
        }
        List<String> machines = netrcText()
                .lines()
                .filter(line -> line.startsWith("machine "))
                .sorted()
                .toList();
        assertEquals(count, machines.size(), machines::toString);
        assertEquals(List.of(), litter());
    }

    /** At moments that are all over a run, and as soon as the new file is seen; each file is as it was or as it should be, and the next login takes the rest away. */
    @Test
    void aKillInTheMiddleLeavesTheOldFileOrTheNewOne() throws Exception {
        Files.writeString(netrc(), ENTRY + KEY + "\n");
        int kills = 0;
        for (int millis = 100; millis <= 1500; millis += 100) {
            Process process = wine.start(
                            wine.profile().resolve("work"),
                            Map.of(),
                            "wine",
                            Wine.IMAGE.resolve("bin/wandb.exe").toString(),
                            "login",
                            "--relogin",
                            millis % 200 == 0 ? NEW_KEY : KEY)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            for (int waited = 0; waited < millis && process.isAlive() && litter().isEmpty(); waited++) {
                Thread.sleep(1);
            }
            if (process.isAlive()) {
                process.destroyForcibly().waitFor();
                kills++;
            }
            String text = netrcText();
            assertTrue(text.equals(ENTRY + KEY + "\n") || text.equals(ENTRY + NEW_KEY + "\n"), text);
        }
        assertTrue(kills > 0, "no run was killed");
        done("login", "--relogin", KEY);
        assertEquals(ENTRY + KEY + "\n", netrcText());
        assertEquals(List.of(), litter());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
